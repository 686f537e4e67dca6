package dev.signet.grant;

import dev.signet.client.RegisteredClient;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthForm;
import dev.signet.oauth.Scope;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.token.ClientTokens;
import dev.signet.token.ClientTokens.ClientAccess;
import dev.signet.token.ClientTokens.Issued;
import dev.signet.token.VerifiedToken.OfClient;
import dev.signet.token.VerifiedToken.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The refresh token grant (RFC 6749 §6), by the protocol that every refresh goes by. */
@ApplicationScoped
class RefreshTokenGrant implements Grant {

  static final String TYPE = "refresh_token";

  @Inject ClientTokens tokens;
  @Inject ClientAnswers answers;
  @Inject RequestOrigin origin;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public TokenAnswer exchange(OAuthForm request, RegisteredClient client) {
    try {
      RefreshToken token = tokens.readRefresh(request.required("refresh_token"));
      ClientAccess access = access(request, client, token);
      Issued issued = tokens.refresh(token, access, origin.activity());
      return answers.of(issued, client, Optional.empty());
    } catch (ProblemException refusal) {
      if (refusal.isBecause(Problem.UNAVAILABLE)) {
        throw OAuthError.TEMPORARILY_UNAVAILABLE.because("Try again in a moment.");
      }
      throw OAuthError.INVALID_GRANT.because("The refresh_token is good no more.");
    }
  }

  /** Before anything is changed: a token that another shows, or for more, stays as it is. */
  private static ClientAccess access(
      OAuthForm request, RegisteredClient client, RefreshToken token) {
    OfClient given =
        token
            .client()
            .filter(of -> of.id().equals(client.id()))
            .orElseThrow(
                () -> OAuthError.INVALID_GRANT.because("The refresh_token is another client's."));
    Scope asked = Scope.of(given.scope()).asked(request);
    return ClientAccess.of(client, asked.within(client.rights().scopes()).text());
  }
}
