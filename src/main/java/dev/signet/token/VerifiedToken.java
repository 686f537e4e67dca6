package dev.signet.token;

/** A token that was verified: nobody else can make one. */
public sealed interface VerifiedToken
    permits AccessToken, VerifiedToken.RefreshToken, VerifiedToken.SlidingToken {

  /** A refresh token: which session, and which of its generations. */
  record RefreshToken(String sessionId, int generation) implements VerifiedToken {}

  /** A sliding token: good as an access token where that is wanted, and to get the next one. */
  record SlidingToken(AccessToken asAccess) implements VerifiedToken {}
}
