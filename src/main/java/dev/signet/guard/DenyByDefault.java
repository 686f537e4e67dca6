package dev.signet.guard;

import dev.signet.platform.CannotStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stops the deployment when a resource method says of nobody whether he may call it. */
public class DenyByDefault implements Extension {

  private final List<String> undecided = new ArrayList<>();

  void inspect(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<?> type) {
    undecided.addAll(undecidedIn(type.getAnnotatedType().getJavaClass()));
  }

  void decide(@Observes AfterDeploymentValidation deployment) {
    if (!undecided.isEmpty()) {
      deployment.addDeploymentProblem(
          new CannotStart(
              "Say who may call " + undecided + ": @RolesAllowed, @PermitAll or @DenyAll."));
    }
  }

  static List<String> undecidedIn(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .filter(DenyByDefault::isResourceMethod)
        .filter(method -> Access.of(method, resource).isEmpty())
        .map(method -> resource.getName() + "." + method.getName())
        .toList();
  }

  static boolean isResourceMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
