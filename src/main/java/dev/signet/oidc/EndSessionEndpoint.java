package dev.signet.oidc;

import dev.signet.client.RegisteredClient;
import dev.signet.client.RegisteredClients;
import dev.signet.delivery.BrowserLogin;
import dev.signet.idtoken.IdTokens;
import dev.signet.oauth.OAuthForm;
import dev.signet.page.Continue;
import dev.signet.page.Pages;
import dev.signet.token.AccessToken;
import dev.signet.token.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/**
 * The end session endpoint (OpenID Connect RP-Initiated Logout 1.0). Who comes with an ID token of
 * the login at hand is logged out at once; anybody else is asked, since a link can be opened by
 * anybody (§6).
 */
@Path("oauth2/logout")
@ApplicationScoped
@PermitAll
public class EndSessionEndpoint {

  /** Of ours: the browser has tried to renew its login. */
  private static final String RENEWED = "renewed";

  @Inject RegisteredClients clients;
  @Inject IdTokens idTokens;
  @Inject Caller caller;
  @Inject BrowserLogin browser;
  @Inject Pages pages;

  /** As a link from here on: the cookies of a login come with no form from elsewhere. */
  @POST
  public Response post(OAuthForm form) {
    form.refuseRepeated();
    return pages.goTo("/oauth2/logout?" + form.text());
  }

  @GET
  public Response get(@Context UriInfo address) {
    OAuthForm form =
        OAuthForm.parse(Optional.ofNullable(address.getRequestUri().getRawQuery()).orElse(""));
    LogoutRequest request = LogoutRequest.of(form, idTokens, clients);
    Optional<AccessToken> login = caller.token().filter(token -> caller.cameByCookie());
    if (login.isEmpty()) {
      return renewal(form).orElseGet(() -> done(request.hint().flatMap(h -> request.goal())));
    }
    if (request.isSound() && request.isOf(login.get(), idTokens)) {
      browser.end(login.get());
      return done(request.goal());
    }
    return pages.show(
        "end_session",
        Map.of(
            "client",
            request.client().map(RegisteredClient::name).orElse(""),
            "fields",
            request.fields()));
  }

  /** Whose access token has run out comes back with another, if he is logged in still. */
  private Optional<Response> renewal(OAuthForm form) {
    if (!browser.isKept() || form.optional(RENEWED).isPresent()) {
      return Optional.empty();
    }
    Continue here = pages.here("/oauth2/logout?" + RENEWED + "=1&" + form.text());
    return here.path().length() > Continue.LONGEST
        ? Optional.empty()
        : Optional.of(pages.goTo("/api/auth/renew?continue=" + here.encoded()));
  }

  private Response done(Optional<String> goal) {
    return goal.map(
            uri ->
                Pages.forgetting(
                    Response.status(Response.Status.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, uri)
                        .build()))
        .orElseGet(() -> Pages.forgetting(pages.show("logged_out", Map.of())));
  }
}
