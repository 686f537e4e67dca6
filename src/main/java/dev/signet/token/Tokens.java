package dev.signet.token;

import dev.signet.account.Account;
import dev.signet.claim.Contributions;
import dev.signet.claim.LoginAnswerMembers;
import dev.signet.input.Origin;
import dev.signet.problem.Problem;
import dev.signet.session.EndReason;
import dev.signet.session.RevocationFeed;
import dev.signet.session.Sessions;
import dev.signet.token.VerifiedToken.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Issues, refreshes, checks and ends the tokens of sessions. Code in the same deployment may inject
 * and call it.
 */
@ApplicationScoped
public class Tokens {

  @Inject Sessions sessions;
  @Inject RevocationFeed revocations;
  @Inject TokenMint mint;
  @Inject TokenReader reader;
  @Inject Contributions<LoginAnswerMembers> members;

  /**
   * Opens a session for an account that has just proven who it is.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when it may not
   *     log in
   */
  public IssuedTokens issueFor(Account account, Origin origin) {
    if (!account.isActive()) {
      throw Problem.NO_ACTIVE_ACCOUNT.refusal();
    }
    return mint.mint(sessions.open(account, origin)).with(members.of(account));
  }

  /**
   * Exchanges a refresh token for new tokens. Asked again with the same token within the grace, it
   * gives the same answer; a token used before that ends its session.
   *
   * @throws dev.signet.problem.ProblemException when the token or its session is no good, and why
   */
  public IssuedTokens refresh(String refreshToken) {
    RefreshToken token = reader.refresh(refreshToken);
    return mint.mint(sessions.refresh(token.sessionId(), token.generation()));
  }

  /**
   * Verifies an access token, without asking the database.
   *
   * @throws dev.signet.problem.ProblemException when it is no good, and why
   */
  public AccessToken authenticate(String accessToken) {
    AccessToken token = reader.access(accessToken);
    refuseIfRevoked(token);
    return token;
  }

  /**
   * Says whether a token of any type would be taken where it belongs, and changes nothing.
   *
   * @throws dev.signet.problem.ProblemException when it would not, and why
   */
  public void verify(String token) {
    VerifiedToken verified = reader.any(token);
    if (verified instanceof AccessToken access) {
      refuseIfRevoked(access);
    }
    if (verified instanceof RefreshToken refresh) {
      sessions.refuseUnlessRefreshable(refresh.sessionId(), refresh.generation());
    }
  }

  /**
   * Ends the session of a refresh token, of whatever generation. Returns whether it had been alive;
   * once ended it stays so.
   *
   * @throws dev.signet.problem.ProblemException when it is no refresh token of ours, or has expired
   */
  public boolean endSessionOf(String refreshToken) {
    return sessions.end(reader.refresh(refreshToken).sessionId(), EndReason.LOGOUT);
  }

  /** Ends the session of an access token. Returns whether it had been alive. */
  public boolean endSessionOf(AccessToken accessToken) {
    return sessions.end(accessToken.sessionId(), EndReason.LOGOUT);
  }

  private void refuseIfRevoked(AccessToken token) {
    revocations.refuseIfRevoked(token.sessionId(), token.accountId(), token.issuedAt());
  }
}
