package dev.signet.login;

import dev.signet.delivery.BrowserLogin;
import dev.signet.input.Fields;
import dev.signet.page.Pages;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.token.Caller;
import dev.signet.token.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Logout. Saying it twice changes nothing. */
@Path("api/auth/logout")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class LogoutResource {

  @Inject Tokens tokens;
  @Inject Caller caller;
  @Inject BrowserLogin browser;

  /**
   * Ends the session of the refresh token in the body, or else of the bearer token, or else of what
   * a browser keeps.
   */
  @POST
  public Response logOut(Fields fields) {
    String refresh = fields.optional("refresh", Tokens.LONGEST);
    fields.refuseIfWrong();
    if (!refresh.isEmpty()) {
      tokens.endSessionOf(refresh);
    } else if (isOfBrowser()) {
      browser.end(Optional.empty());
      return Pages.forgetting(Response.noContent().build());
    } else {
      endSessionOfBearer();
    }
    return Response.noContent().build();
  }

  /** The header wins over the cookies. */
  private boolean isOfBrowser() {
    boolean byHeader = caller.token().isPresent() || caller.refusal().isPresent();
    return browser.isKept() && (caller.cameByCookie() || !byHeader);
  }

  private void endSessionOfBearer() {
    Optional<ProblemException> refusal = caller.refusal();
    if (refusal.filter(why -> why.isBecause(Problem.TOKEN_BLACKLISTED)).isPresent()) {
      return;
    }
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    tokens.endSessionOf(caller.required());
  }
}
