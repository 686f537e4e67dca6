package dev.signet.oidc;

import dev.signet.client.RegisteredClients;
import dev.signet.cookie.Forgeries;
import dev.signet.delivery.BrowserLogin;
import dev.signet.idtoken.IdTokens;
import dev.signet.oauth.OAuthForm;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.token.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** The button of who was asked whether he wants to log out. */
@Path("oauth2/logout/confirm")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class EndSessionPage {

  @Inject RegisteredClients clients;
  @Inject IdTokens idTokens;
  @Inject Caller caller;
  @Inject BrowserLogin browser;
  @Inject Pages pages;

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logOut(OAuthForm form) {
    LogoutRequest request = LogoutRequest.of(form, idTokens, clients);
    if (caller.token().isEmpty() && browser.isKept()) {
      return pages.goTo("/oauth2/logout?" + request.text());
    }
    try {
      browser.end(Optional.of(form.optional(Forgeries.FIELD).orElse("")));
    } catch (Refusal refusal) {
      return pages.refuse("problem", Map.of("title", "page_logout_title"), refusal);
    }
    return Pages.forgetting(
        request
            .goal()
            .map(uri -> pages.show("renew", Map.of("here", uri)))
            .orElseGet(() -> pages.show("logged_out", Map.of())));
  }
}
