package dev.signet.signup;

import dev.signet.account.Account;
import dev.signet.account.NewAccount;
import dev.signet.input.Fields;
import dev.signet.lifecycle.Registration;
import dev.signet.origin.Origin;
import dev.signet.origin.RequestOrigin;
import dev.signet.page.Notice;
import dev.signet.platform.Texts;
import dev.signet.session.SessionKind;
import dev.signet.strength.PasswordPolicy;
import dev.signet.token.IssuedTokens;
import dev.signet.token.LoginAnswer;
import dev.signet.token.TokenSettings;
import dev.signet.token.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Sign-up for API clients: the new account is logged in at once, or where its address must be
 * proven first, 202 is the answer to everybody.
 */
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

  @Inject PasswordPolicy policy;
  @Inject TokenSettings tokenSettings;
  @Inject Registration registration;
  @Inject Tokens tokens;
  @Inject RequestOrigin origin;

  @POST
  public Response signUp(
      Fields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    SessionKind kind = SessionKind.asked(fields);
    NewAccount asked = SignupRequest.parse(fields, policy);
    return registration
        .signUp(asked, Texts.preferred(acceptLanguage).language(), origin.origin())
        .map(account -> loggedIn(account, kind))
        .orElseGet(() -> mailed(acceptLanguage));
  }

  private Response loggedIn(Account account, SessionKind kind) {
    Origin from = origin.origin();
    IssuedTokens issued = tokens.issueFor(account, from, kind);
    origin.remember(registration.deviceAfter(account, from));
    return Response.created(URI.create(tokenSettings.issuer() + "/api/me"))
        .entity(LoginAnswer.of(issued))
        .build();
  }

  private static Response mailed(@Nullable String acceptLanguage) {
    return Response.accepted(Notice.of("signup_mailed", acceptLanguage)).build();
  }
}
