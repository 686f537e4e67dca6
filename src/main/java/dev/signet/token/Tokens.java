package dev.signet.token;

import dev.signet.account.Account;
import dev.signet.origin.Activity;
import dev.signet.origin.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.revocation.EndReason;
import dev.signet.revocation.RevocationFeed;
import dev.signet.session.LiveSession;
import dev.signet.session.Rotation;
import dev.signet.session.SessionKind;
import dev.signet.session.Sessions;
import dev.signet.token.VerifiedToken.RefreshToken;
import dev.signet.token.VerifiedToken.SlidingToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Issues, refreshes, checks and ends the tokens of sessions. Code in the same deployment may inject
 * and call it, outside of transactions of its own: a token that cannot be minted undoes the step
 * that was made for it.
 */
@ApplicationScoped
public class Tokens {

  /** Of what a client may show as a token. In characters. */
  public static final int LONGEST = 64 * 1024;

  @Inject Sessions sessions;
  @Inject Rotation rotation;
  @Inject RevocationFeed revocations;
  @Inject TokenMint mint;
  @Inject TokenReader reader;

  /**
   * Opens a session for an account that has just proven who it is, to a program.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when it may not
   *     log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public IssuedTokens issueFor(Account account, Origin origin) {
    return issueFor(account, origin, SessionKind.API);
  }

  /**
   * Opens a session of a kind for an account that has just proven who it is.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when it may not
   *     log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public IssuedTokens issueFor(Account account, Origin origin, SessionKind kind) {
    LiveSession.Opened opened = sessions.open(account, origin, kind);
    IssuedTokens issued = mint.mintForLogin(opened.live());
    sessions.tell(opened);
    return issued;
  }

  /**
   * Has a browser's session go on for an account that has just proven who it is once more.
   *
   * @return empty where it is another's, or has ended
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when it may not
   *     log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public Optional<IssuedTokens> confirm(String sessionId, Account account, Origin origin) {
    Optional<LiveSession> live = rotation.confirm(sessionId, account, origin);
    Optional<IssuedTokens> issued = live.map(mint::mint);
    live.ifPresent(confirmed -> rotation.tell(confirmed, origin));
    return issued;
  }

  /**
   * Opens a session of sliding tokens for an account that has just proven who it is.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when it may not
   *     log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public IssuedTokens.Sliding issueSlidingFor(Account account, Origin origin) {
    LiveSession.Opened opened = sessions.open(account, origin, SessionKind.SLIDING);
    IssuedTokens.Sliding issued = mint.slidingForLogin(opened.live());
    sessions.tell(opened);
    return issued;
  }

  /**
   * Exchanges a refresh token for new tokens. Asked again with the same token within the grace, it
   * gives the same answer; a token used before that ends its session.
   *
   * @param activity whether somebody is at the client: a refresh that it does by itself does not
   *     make the session last longer
   * @throws dev.signet.problem.ProblemException when the token or its session is no good, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public IssuedTokens refresh(String refreshToken, Activity activity) {
    return refresh(reader.refresh(refreshToken), activity);
  }

  /**
   * The same for one that was verified.
   *
   * @throws dev.signet.problem.ProblemException when its session is no good, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public IssuedTokens refresh(RefreshToken token, Activity activity) {
    return mint.mint(rotation.refresh(token.sessionId(), token.generation(), activity));
  }

  /**
   * Verifies what a browser keeps to refresh by; that its session is alive is not asked.
   *
   * @param shown a refresh token, or where browsers have none, an access token, which may have
   *     expired
   * @throws dev.signet.problem.ProblemException when it is no such token of ours, and why
   */
  public RefreshToken refreshableByBrowser(String shown) {
    return reader.refreshableByBrowser(shown);
  }

  /**
   * Gives new tokens for a refresh token that stays good beside them until it expires; all of them
   * end with their session.
   *
   * @param activity whether somebody is at the client: if not, the session does not last longer
   * @throws dev.signet.problem.ProblemException when the token or its session is no good, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public IssuedTokens extend(String refreshToken, Activity activity) {
    return extend(reader.refresh(refreshToken), activity);
  }

  /**
   * The same for one that was verified.
   *
   * @throws dev.signet.problem.ProblemException when its session is no good, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public IssuedTokens extend(RefreshToken token, Activity activity) {
    return mint.mint(
        switch (activity) {
          case PERSON -> rotation.extend(token.sessionId(), token.generation());
          case BACKGROUND -> rotation.keep(token.sessionId(), token.generation());
        });
  }

  /**
   * Gives a new access token for a refresh token that stays as it is.
   *
   * @throws dev.signet.problem.ProblemException when the token or its session is no good, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public String access(String refreshToken) {
    RefreshToken token = reader.refresh(refreshToken);
    return mint.mint(rotation.keep(token.sessionId(), token.generation())).access();
  }

  /**
   * Gives the next sliding token, as long as the time for that has not run out; the one before
   * stays good until it expires.
   *
   * @throws dev.signet.problem.ProblemException when the token or its session is no good, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public String slide(String slidingToken) {
    return mint.sliding(rotation.slide(reader.sliding(slidingToken).asAccess().sessionId()));
  }

  /**
   * Verifies a bearer token, without asking the database.
   *
   * @throws dev.signet.problem.ProblemException when it is good as none of the types of token that
   *     the settings take, and why; one reason a type
   */
  public AccessToken authenticate(String bearerToken) {
    Map<String, ProblemException> reasons = new LinkedHashMap<>();
    for (TokenType type : reader.bearerTypes()) {
      try {
        AccessToken token = reader.bearer(type, bearerToken);
        refuseIfRevoked(token);
        return token;
      } catch (ProblemException refusal) {
        reasons.put(type.claim(), refusal);
      }
    }
    throw ProblemException.asNone(reasons);
  }

  /**
   * Says whether a token of any type would be taken where it belongs, and changes nothing.
   *
   * @throws dev.signet.problem.ProblemException when it would not, and why
   */
  public void verify(String token) {
    VerifiedToken verified = reader.any(token);
    if (verified instanceof AccessToken access) {
      refuseUnlessForOurApi(access);
      refuseUnlessUsable(access);
    }
    if (verified instanceof SlidingToken sliding) {
      refuseUnlessUsable(sliding.asAccess());
    }
    if (verified instanceof RefreshToken refresh) {
      rotation.refuseUnlessRefreshable(refresh.sessionId(), refresh.generation());
    }
  }

  /**
   * Ends the session of a refresh token, of whatever generation, or of a sliding token. Returns
   * whether it had been alive; once ended it stays so.
   *
   * @throws dev.signet.problem.ProblemException when it is no such token of ours, or has expired
   */
  public boolean endSessionOf(String refreshToken) {
    return sessions.end(reader.refreshableSession(refreshToken), EndReason.LOGOUT);
  }

  /** Ends the session of a bearer token. Returns whether it had been alive. */
  public boolean endSessionOf(AccessToken accessToken) {
    return sessions.end(accessToken.sessionId(), EndReason.LOGOUT);
  }

  /** It belongs at the APIs that it was given for. */
  private static void refuseUnlessForOurApi(AccessToken token) {
    if (!token.isForOurApi()) {
      throw Problem.TOKEN_WRONG_TYPE.refusal();
    }
  }

  /** By the rows too: an account may have been changed behind the feed's back. */
  private void refuseUnlessUsable(AccessToken token) {
    refuseIfRevoked(token);
    rotation.refuseUnlessUsable(token.sessionId(), token.accountVersion());
  }

  private void refuseIfRevoked(AccessToken token) {
    revocations.refuseIfRevoked(token.sessionId(), token.accountId(), token.accountVersion());
  }
}
