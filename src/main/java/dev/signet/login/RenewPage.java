package dev.signet.login;

import dev.signet.cookie.CookieSettings;
import dev.signet.delivery.BrowserLogin;
import dev.signet.origin.Activity;
import dev.signet.page.Continue;
import dev.signet.page.Pages;
import dev.signet.problem.ProblemException;
import dev.signet.problem.UnexpectedErrorMapper;
import dev.signet.token.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * Where a page sends a browser whose access token has run out, and that may have a refresh token:
 * its cookie goes nowhere else. No script is needed for that. To open it does no harm: it gives
 * tokens to who has such a cookie, once every few minutes or a hundred times.
 */
@Path("api/auth/renew")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class RenewPage {

  @Inject BrowserLogin browser;
  @Inject Caller caller;
  @Inject CookieSettings settings;
  @Inject Pages pages;

  /**
   * Renews the browser's tokens and goes on.
   *
   * @param again whether a page of ours has had the browser ask
   * @param silent whether there is nobody to be told of a failure: the provider tells the client
   * @param site where the request comes from
   * @param place what is to show the answer; a page of ours stands in nobody's frame
   */
  @GET
  public Response renew(
      @QueryParam("continue") @DefaultValue("") String wish,
      @QueryParam("again") @DefaultValue("") String again,
      @QueryParam("silent") @DefaultValue("") String silent,
      @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site,
      @HeaderParam("Sec-Fetch-Dest") @DefaultValue("document") String place) {
    Continue goal = pages.goal(wish);
    if (caller.token().isPresent() || (silent.isEmpty() ? isRenewed() : isRenewedSilently())) {
      return goal.go();
    }
    boolean withheld = site.equals("cross-site") || site.equals("same-site");
    return withheld && again.isEmpty() && place.equals("document")
        ? onceMore(goal, silent)
        : unrenewed(goal);
  }

  private boolean isRenewedSilently() {
    try {
      return isRenewed();
    } catch (RuntimeException failure) {
      UnexpectedErrorMapper.logged(failure);
      return false;
    }
  }

  private boolean isRenewed() {
    try {
      return browser.renew(Activity.PERSON).isPresent();
    } catch (ProblemException over) {
      return false;
    }
  }

  /**
   * A browser that comes by a link from elsewhere has not sent its strict cookie; it will when this
   * page has it ask.
   */
  private Response onceMore(Continue goal, String silent) {
    String here =
        settings.root()
            + "/api/auth/renew?again=1&"
            + (silent.isEmpty() ? "" : "silent=1&")
            + "continue="
            + goal.encoded();
    return pages.show("renew", Map.of("here", here));
  }

  /**
   * Who comes to log out has no need to log in for that, and who comes from the login is to go back
   * there. The provider may have been asked to show nobody a page (OpenID Connect Core 1.0
   * §3.1.2.1, {@code prompt=none}).
   */
  private Response unrenewed(Continue goal) {
    if (pages.leadsToProvider(goal) || goal.path().startsWith(settings.root() + "/login?")) {
      return goal.go();
    }
    boolean toLogOut = goal.path().equals(settings.root() + "/logout");
    return pages.goTo("/login" + (toLogOut ? "" : "?continue=" + goal.encoded()));
  }
}
