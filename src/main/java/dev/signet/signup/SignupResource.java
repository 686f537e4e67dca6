package dev.signet.signup;

import dev.signet.account.Account;
import dev.signet.account.AccountSettings;
import dev.signet.account.Credentials;
import dev.signet.account.NewAccount;
import dev.signet.input.Fields;
import dev.signet.input.Origin;
import dev.signet.input.RequestOrigin;
import dev.signet.session.SessionKind;
import dev.signet.token.IssuedTokens;
import dev.signet.token.LoginAnswer;
import dev.signet.token.TokenSettings;
import dev.signet.token.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Sign-up for API clients: the new account is logged in at once. */
@Path("api/auth/signup")
@ApplicationScoped
@PermitAll
@Consumes({
  MediaType.APPLICATION_JSON,
  MediaType.APPLICATION_FORM_URLENCODED,
  MediaType.MULTIPART_FORM_DATA
})
@Produces(MediaType.APPLICATION_JSON)
public class SignupResource {

  @Inject AccountSettings settings;
  @Inject TokenSettings tokenSettings;
  @Inject Credentials credentials;
  @Inject Tokens tokens;
  @Inject RequestOrigin origin;

  @POST
  public Response signUp(Fields fields) {
    SessionKind kind = SessionKind.asked(fields);
    NewAccount asked = SignupRequest.parse(fields, settings);
    Origin from = origin.origin();
    Account account = credentials.signUp(asked, from);
    IssuedTokens issued = tokens.issueFor(account, from, kind);
    origin.remember(credentials.deviceAfter(account, from));
    return Response.created(URI.create(tokenSettings.issuer() + "/api/me"))
        .entity(LoginAnswer.of(issued))
        .build();
  }
}
