package dev.signet.signup;

import dev.signet.delivery.BrowserLogin;
import dev.signet.input.Fields;
import dev.signet.page.Continue;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.session.SessionKind;
import dev.signet.strength.PasswordPolicy;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The sign-up of a browser. */
@Path("signup")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignupPage {

  @Inject Signup signup;
  @Inject BrowserLogin browser;
  @Inject PasswordPolicy policy;
  @Inject Pages pages;

  @GET
  public Response show(@QueryParam("continue") @DefaultValue("") String wish) {
    return pages.show("signup", form(pages.goal(wish)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signUp(Fields fields) {
    Continue goal = pages.goal(fields.optional("continue", Continue.LONGEST));
    try {
      return signup
          .by(fields, SessionKind.ofBrowser(fields), pages.language())
          .map(issued -> loggedIn(issued, goal))
          .orElseGet(this::mailed);
    } catch (Refusal refusal) {
      return pages.refuse("signup", form(goal), refusal, fields.typed("username", "email", "name"));
    }
  }

  private Response loggedIn(IssuedTokens issued, Continue goal) {
    browser.start(issued);
    return pages.leaveFor(goal);
  }

  private Response mailed() {
    return pages.show("done", Map.of("title", "page_mailed_title", "sentence", "signup_mailed"));
  }

  private Map<String, ?> form(Continue goal) {
    return Map.of("goal", goal.path(), "query", goal.encoded(), "minimum", policy.minimum());
  }
}
