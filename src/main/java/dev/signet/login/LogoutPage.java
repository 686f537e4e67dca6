package dev.signet.login;

import dev.signet.cookie.CookieSettings;
import dev.signet.cookie.Forgeries;
import dev.signet.delivery.BrowserLogin;
import dev.signet.input.Fields;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.token.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** The logout of a browser: a button, since a link can be opened by anybody. */
@Path("logout")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class LogoutPage {

  @Inject BrowserLogin browser;
  @Inject Caller caller;
  @Inject CookieSettings settings;
  @Inject Pages pages;

  @GET
  public Response show() {
    return caller.token().isPresent() ? pages.show("logout", Map.of()) : goOn();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logOut(Fields fields) {
    if (caller.token().isEmpty() && browser.isKept()) {
      return goOn();
    }
    try {
      browser.end(Optional.of(fields.optional(Forgeries.FIELD, Forgeries.LONGEST)));
      return Pages.forgetting(pages.show("logged_out", Map.of()));
    } catch (Refusal refusal) {
      return pages.refuse("problem", Map.of("title", "page_logout_title"), refusal);
    }
  }

  /** Whose access token has run out comes back with another; who has none is logged out. */
  private Response goOn() {
    String path =
        browser.isKept() ? "/api/auth/renew?continue=" + settings.root() + "/logout" : "/login";
    return pages.goTo(path);
  }
}
