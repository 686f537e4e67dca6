package dev.signet.login;

import dev.signet.delivery.BrowserLogin;
import dev.signet.input.Fields;
import dev.signet.page.Continue;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.session.SessionKind;
import dev.signet.token.Caller;
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

/** The login of a browser, which goes on to where it was about to go. */
@Path("login")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class LoginPage {

  @Inject Login login;
  @Inject BrowserLogin browser;
  @Inject Caller caller;
  @Inject Pages pages;

  @GET
  public Response show(@QueryParam("continue") @DefaultValue("") String wish) {
    Continue goal = pages.goal(wish);
    return caller.token().isPresent() ? goal.go() : pages.show("login", form(goal, false));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logIn(Fields fields) {
    Continue goal = pages.goal(fields.optional("continue", Continue.LONGEST));
    try {
      browser.start(login.with(LoginRequest.parse(fields, SessionKind.ofBrowser(fields))));
      return pages.leaveFor(goal);
    } catch (Refusal refusal) {
      return pages.refuse(
          "login", form(goal, isUnverified(refusal)), refusal, fields.typed("username"));
    }
  }

  private static Map<String, ?> form(Continue goal, boolean unverified) {
    return Map.of("goal", goal.path(), "query", goal.encoded(), "unverified", unverified);
  }

  private static boolean isUnverified(Refusal refusal) {
    return refusal instanceof ProblemException problem
        && problem.isBecause(Problem.EMAIL_NOT_VERIFIED);
  }
}
