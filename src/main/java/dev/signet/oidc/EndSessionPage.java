package dev.signet.oidc;

import dev.signet.client.RegisteredClient;
import dev.signet.client.RegisteredClients;
import dev.signet.cookie.Forgeries;
import dev.signet.delivery.BrowserLogin;
import dev.signet.idtoken.IdTokens;
import dev.signet.oauth.OAuthForm;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Logs out who was sent by a client (OpenID Connect RP-Initiated Logout 1.0): who comes with an ID
 * token of the login at hand at once; anybody else is asked, since a link can be opened by anybody
 * (§6). It stands where the refresh cookie goes, and nobody is told that he is logged out as long
 * as a login may be left: then he is asked, whatever the address says.
 */
@Path(EndSessionPage.PATH)
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class EndSessionPage {

  static final String PATH = "api/auth/end-session";

  /** Of ours: the browser was to ask once more. */
  private static final String AGAIN = "again";

  @Inject RegisteredClients clients;
  @Inject IdTokens idTokens;
  @Inject BrowserLogin browser;
  @Inject Pages pages;

  @GET
  public Response show(
      @Context UriInfo address, @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site) {
    OAuthForm form = EndSessionEndpoint.parameters(address);
    LogoutRequest request = LogoutRequest.of(form, idTokens, clients);
    List<String> sessions = browser.sessions();
    if (!sessions.isEmpty()) {
      return decide(request, sessions);
    }
    if (!browser.isKept() || browser.hasShownAll(site)) {
      endUnshown(request);
      return done(request.hint().flatMap(hint -> request.goal()));
    }
    return form.optional(AGAIN).isPresent() ? ask(request, "") : onceMore(form);
  }

  private Response decide(LogoutRequest request, List<String> sessions) {
    if (request.isSound() && request.isOf(sessions, idTokens)) {
      browser.end(sessions);
      return done(request.goal());
    }
    return ask(request, browser.proofOf(sessions.get(0)));
  }

  /** Clients may have refreshed what they have of a login for longer than its browser kept it. */
  private void endUnshown(LogoutRequest request) {
    request
        .account(idTokens)
        .ifPresent(
            account -> browser.endOf(account, login -> request.isOf(List.of(login), idTokens)));
  }

  /** A browser that comes by a link from elsewhere sends its strict cookie when our page asks. */
  private Response onceMore(OAuthForm form) {
    String here = pages.here("/" + PATH + "?" + AGAIN + "=1&" + form.text()).path();
    return pages.show("renew", Map.of("here", here));
  }

  private Response ask(LogoutRequest request, String proof) {
    return pages.show(
        "end_session",
        Map.of(
            "client",
            request.client().map(RegisteredClient::name).orElse(""),
            "fields",
            request.fields(),
            "csrf",
            proof));
  }

  private Response done(Optional<String> goal) {
    return Pages.forgetting(
        goal.map(
                uri ->
                    Response.status(Response.Status.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, uri)
                        .build())
            .orElseGet(() -> pages.show("logged_out", Map.of())));
  }

  /** The button. Who was asked when his cookie had not come is asked anew, now that it has. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logOut(OAuthForm form) {
    LogoutRequest request = LogoutRequest.of(form, idTokens, clients);
    Optional<String> proof = form.optional(Forgeries.FIELD);
    if (proof.isEmpty() && !browser.sessions().isEmpty()) {
      return pages.goTo("/" + PATH + "?" + request.text());
    }
    try {
      browser.end(Optional.of(proof.orElse("")));
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
