package dev.signet.oidc;

import dev.signet.cookie.FromAnywhere;
import dev.signet.oauth.OAuthForm;
import dev.signet.page.Pages;
import dev.signet.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/**
 * The end session endpoint (OpenID Connect RP-Initiated Logout 1.0 §2): sends the browser on to
 * where it shows all that it keeps of a login, as it does nowhere else.
 */
@Path("oauth2/logout")
@ApplicationScoped
@PermitAll
public class EndSessionEndpoint {

  /** An ID token, and what a client has to say beside it. In characters. */
  static final int LONGEST = 16 * 1024;

  @Inject Pages pages;

  /** As a link from here on: the cookies of a login come with no form from elsewhere. */
  @POST
  @FromAnywhere
  public Response post(OAuthForm form) {
    return goOn(form);
  }

  @GET
  public Response get(@Context UriInfo address) {
    return goOn(parameters(address));
  }

  static OAuthForm parameters(UriInfo address) {
    return OAuthForm.parse(Optional.ofNullable(address.getRequestUri().getRawQuery()).orElse(""));
  }

  private Response goOn(OAuthForm form) {
    form.refuseRepeated();
    String query = form.text();
    if (query.length() > LONGEST) {
      throw Problem.TOO_LARGE.refusal(Integer.toString(LONGEST));
    }
    return pages.goTo("/" + EndSessionPage.PATH + "?" + query);
  }
}
