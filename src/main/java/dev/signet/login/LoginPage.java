package dev.signet.login;

import dev.signet.cookie.CookieSettings;
import dev.signet.delivery.BrowserLogin;
import dev.signet.input.Fields;
import dev.signet.page.Continue;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.session.SessionKind;
import dev.signet.token.AccessToken;
import dev.signet.token.Caller;
import dev.signet.token.IssuedTokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The login of a browser, which goes on to where it was about to go. Who is logged in is asked only
 * where he is to confirm that it is he: then his session goes on.
 */
@Path("login")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class LoginPage {

  /** In the form that has somebody confirm his session: which. */
  private static final String SESSION = "session";

  private static final int LONGEST_SESSION = 22;

  @Inject Login login;
  @Inject BrowserLogin browser;
  @Inject Caller caller;
  @Inject CookieSettings settings;
  @Inject Pages pages;

  /**
   * Shows the form.
   *
   * @param again whether also to who is logged in: 1 where he is to confirm his session, {@code
   *     other} where it is to be another's
   * @param hint by which name somebody may want to log in (OpenID Connect Core 1.0 §3.1.2.1)
   */
  @GET
  public Response show(
      @QueryParam("continue") @DefaultValue("") String wish,
      @QueryParam("again") @DefaultValue("") String again,
      @QueryParam("login_hint") @DefaultValue("") String hint,
      @Context UriInfo address) {
    Continue goal = pages.goal(wish);
    String name = hint.length() > LoginRequest.LONGEST_IDENTIFIER ? "" : hint;
    Optional<AccessToken> token = caller.token();
    if (token.isEmpty()) {
      return again.equals("1") && browser.isKept()
          ? renew(address)
          : pages.show("login", form(goal, "", name));
    }
    return switch (again) {
      case "" -> goal.go();
      case "other" -> pages.show("login", form(goal, "", name));
      default -> pages.show("login", toConfirm(goal, token.get(), name));
    };
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logIn(Fields fields) {
    Continue goal = pages.goal(fields.optional("continue", Continue.LONGEST));
    Optional<String> confirmed =
        fields.has(SESSION)
            ? browser.session(fields.optional(SESSION, LONGEST_SESSION))
            : Optional.empty();
    try {
      LoginRequest request = LoginRequest.parse(fields, SessionKind.ofBrowser(fields));
      IssuedTokens issued =
          confirmed
              .map(session -> login.confirming(session, request))
              .orElseGet(() -> login.with(request));
      browser.start(issued, confirmed);
      return pages.leaveFor(goal);
    } catch (Refusal refusal) {
      Map<String, Object> form = form(goal, confirmed.orElse(""), "");
      form.put("unverified", isUnverified(refusal));
      return pages.refuse("login", form, refusal, fields.typed("username"));
    }
  }

  /** Whose access token has run out may have a session to confirm still. */
  private Response renew(UriInfo address) {
    String here = settings.root() + "/login?again=renewed&" + address.getRequestUri().getRawQuery();
    return pages.goTo("/api/auth/renew?continue=" + pages.goal(here).encoded());
  }

  private Map<String, Object> toConfirm(Continue goal, AccessToken token, String hint) {
    String name = hint.isEmpty() ? login.usernameOf(token) : hint;
    return form(goal, caller.cameByCookie() ? token.sessionId() : "", name);
  }

  private static Map<String, Object> form(Continue goal, String session, String username) {
    Map<String, Object> form = new HashMap<>();
    form.put("goal", goal.path());
    form.put("query", goal.encoded());
    form.put(SESSION, session);
    form.put("typed", Map.of("username", username));
    form.put("unverified", false);
    return form;
  }

  private static boolean isUnverified(Refusal refusal) {
    return refusal instanceof ProblemException problem
        && problem.isBecause(Problem.EMAIL_NOT_VERIFIED);
  }
}
