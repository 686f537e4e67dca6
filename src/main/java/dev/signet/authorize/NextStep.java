package dev.signet.authorize;

import dev.signet.oauth.OAuthError;
import java.time.Instant;

/** What comes next of an authorization request that is well formed. */
enum NextStep {
  /** The browser renews its login, which may be good still. */
  RENEW,
  /** The person logs in. */
  LOG_IN,
  /** The person logs in once more. */
  LOG_IN_AGAIN,
  /** The person is asked whether the client may have what it asks for. */
  ASK,
  /** The client gets its code. */
  ANSWER;

  /**
   * Whom the browser speaks for, and what he has allowed.
   *
   * @param present whether somebody is logged in; if not, the rest means nothing
   * @param renewable whether somebody was, and may be still
   * @param authenticatedAt when he last proved who he is
   * @param expected whether it is whom the client expects, or it expects nobody
   * @param covered whether he has allowed all that the client asks for, or is not to be asked
   */
  record Visitor(
      boolean present,
      boolean renewable,
      Instant authenticatedAt,
      boolean expected,
      boolean covered) {

    /** What a login must be later than, to be one that was asked for now. */
    Instant lastLogin(Instant now) {
      Instant justBefore = now.minusSeconds(1);
      return authenticatedAt.isAfter(justBefore) ? authenticatedAt : justBefore;
    }
  }

  /**
   * Decides (OpenID Connect Core 1.0 §3.1.2.3, §3.1.2.4).
   *
   * @throws dev.signet.oauth.OAuthException what the client is told instead
   */
  static NextStep of(
      AuthorizationRequest request, Visitor visitor, Progress progress, Instant now) {
    boolean silent = request.prompts(AuthorizationRequest.NONE);
    if (!visitor.present()) {
      return absent(visitor, progress, silent);
    }
    if (isLoginDue(request, visitor, progress, now)) {
      refuse(silent, OAuthError.LOGIN_REQUIRED, "The person would have to log in.");
      return LOG_IN_AGAIN;
    }
    refuse(!visitor.expected(), OAuthError.LOGIN_REQUIRED, "Somebody else is logged in.");
    refuse(
        progress.decision() == Progress.Decision.DENIED,
        OAuthError.ACCESS_DENIED,
        "The person has said no.");
    if (isConsentDue(request, visitor, progress)) {
      refuse(silent, OAuthError.CONSENT_REQUIRED, "The person would have to be asked.");
      return ASK;
    }
    return ANSWER;
  }

  private static NextStep absent(Visitor visitor, Progress progress, boolean silent) {
    if (visitor.renewable() && !progress.renewed()) {
      return RENEW;
    }
    refuse(silent, OAuthError.LOGIN_REQUIRED, "The person would have to log in.");
    return LOG_IN;
  }

  private static boolean isLoginDue(
      AuthorizationRequest request, Visitor visitor, Progress progress, Instant now) {
    if (progress.hasLoggedInSince(visitor.authenticatedAt())) {
      return false;
    }
    boolean tooOld =
        request
            .maxAge()
            .filter(age -> visitor.authenticatedAt().plus(age).isBefore(now))
            .isPresent();
    return tooOld
        || !visitor.expected()
        || request.prompts(AuthorizationRequest.LOGIN, AuthorizationRequest.SELECT_ACCOUNT);
  }

  private static boolean isConsentDue(
      AuthorizationRequest request, Visitor visitor, Progress progress) {
    boolean askedFor = request.prompts(AuthorizationRequest.CONSENT);
    return !visitor.covered() || (askedFor && progress.decision() != Progress.Decision.ALLOWED);
  }

  private static void refuse(boolean when, OAuthError error, String why) {
    if (when) {
      throw error.because(why);
    }
  }
}
