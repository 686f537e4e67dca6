package dev.signet.token;

/** A token that was verified: nobody else can make one. */
sealed interface VerifiedToken permits AccessToken, VerifiedToken.RefreshToken {

  /** A refresh token: which session, and which of its generations. */
  record RefreshToken(String sessionId, int generation) implements VerifiedToken {}
}
