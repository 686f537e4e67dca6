package dev.signet.session;

/** Why a session ended before its time. */
public enum EndReason {
  /** Its owner logged out. */
  LOGOUT,
  /** A refresh token was used a second time: somebody has a copy. */
  REUSE
}
