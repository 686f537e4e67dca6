package com.example.gate;

import dev.signet.account.Account;
import dev.signet.account.Accounts;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.token.LoginAnswer;
import dev.signet.token.Tokens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives who is logged in tokens of a session more, for another device. */
@Path("api/ticket")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class TicketResource {

  @Inject JsonWebToken caller;
  @Inject Accounts accounts;
  @Inject Tokens tokens;
  @Inject RequestOrigin origin;

  @POST
  public JsonObject issue() {
    UUID id = UUID.fromString(caller.getSubject());
    Account account = accounts.find(id).orElseThrow(Problem.USER_NOT_FOUND::refusal);
    return LoginAnswer.of(tokens.issueFor(account, origin.origin()));
  }
}
