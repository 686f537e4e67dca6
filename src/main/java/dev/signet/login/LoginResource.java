package dev.signet.login;

import dev.signet.account.Account;
import dev.signet.account.AccountSettings;
import dev.signet.account.Credentials;
import dev.signet.input.Fields;
import dev.signet.origin.Origin;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.token.Caller;
import dev.signet.token.LoginAnswer;
import dev.signet.token.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Login, refresh and logout for API clients: the tokens travel in the bodies. */
@Path("api/auth")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

  private static final int LONGEST_TOKEN = 64 * 1024;

  @Inject AccountSettings settings;
  @Inject Credentials credentials;
  @Inject Tokens tokens;
  @Inject Caller caller;
  @Inject RequestOrigin origin;

  @POST
  @Path("login")
  @Consumes({
    MediaType.APPLICATION_JSON,
    MediaType.APPLICATION_FORM_URLENCODED,
    MediaType.MULTIPART_FORM_DATA
  })
  public JsonObject login(Fields fields) {
    LoginRequest request = LoginRequest.parse(fields);
    Origin from = origin.origin();
    Account account =
        settings.revealState()
            ? credentials.authenticateCandidly(request.identifier(), request.password(), from)
            : credentials.authenticate(request.identifier(), request.password(), from);
    origin.remember(credentials.deviceAfter(account, from));
    return LoginAnswer.of(tokens.issueFor(account, from, request.kind()));
  }

  @POST
  @Path("refresh")
  @Consumes({
    MediaType.APPLICATION_JSON,
    MediaType.APPLICATION_FORM_URLENCODED,
    MediaType.MULTIPART_FORM_DATA
  })
  public JsonObject refresh(Fields fields) {
    String token = fields.required("refresh", LONGEST_TOKEN);
    fields.refuseIfWrong();
    return LoginAnswer.of(tokens.refresh(token, origin.activity()));
  }

  /**
   * Ends the session of the refresh token in the body, or else of the bearer token. Saying it twice
   * changes nothing.
   */
  @POST
  @Path("logout")
  public void logout(Fields fields) {
    String refresh = fields.optional("refresh", LONGEST_TOKEN);
    fields.refuseIfWrong();
    if (!refresh.isEmpty()) {
      tokens.endSessionOf(refresh);
      return;
    }
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
