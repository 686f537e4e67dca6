package dev.signet.guard;

import dev.signet.cookie.Forgeries;
import dev.signet.cookie.FromAnywhere;
import dev.signet.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Puts a guard before every resource method that is not for everybody. Servers differ in whether
 * they enforce {@code @RolesAllowed} on Jakarta REST; this makes them agree.
 */
@Provider
@ApplicationScoped
public class AccessFeature implements DynamicFeature {

  /** Before whatever the server itself has to say, which does not know why a token was refused. */
  private static final int PRIORITY = Priorities.AUTHORIZATION - 100;

  @Inject Caller caller;
  @Inject Forgeries forgeries;

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (!DenyByDefault.isResourceMethod(resource.getResourceMethod())) {
      return; // the server's own answer to OPTIONS
    }
    Access access =
        Access.of(resource.getResourceMethod(), resource.getResourceClass())
            .orElse(new Access(false, List.of()));
    if (!access.everybody()) {
      context.register(new AccessFilter(access, caller, forgeries), PRIORITY);
    } else if (isOurForm(resource.getResourceMethod(), resource.getResourceClass())) {
      context.register(new FormFilter(forgeries), PRIORITY);
    }
  }

  /**
   * Whether it is a form of a page of ours: browsers send forms wherever any page has them do so.
   * That is so of whatever does not answer programs, unless it says otherwise.
   */
  static boolean isOurForm(Method method, Class<?> resource) {
    Produces produces = resource.getAnnotation(Produces.class);
    boolean forPrograms =
        produces != null && List.of(produces.value()).contains(MediaType.APPLICATION_JSON);
    return method.isAnnotationPresent(POST.class)
        && !forPrograms
        && !method.isAnnotationPresent(FromAnywhere.class);
  }
}
