package dev.signet.revocation;

import dev.signet.problem.Problem;

/** Why tokens are good no more before their time, and what their bearer is told. */
public enum EndReason {
  /** Its owner logged out. */
  LOGOUT(Problem.TOKEN_BLACKLISTED, Problem.TOKEN_BLACKLISTED),
  /** A refresh token was used a second time: somebody has a copy. */
  REUSE(Problem.TOKEN_BLACKLISTED, Problem.TOKEN_BLACKLISTED),
  /** More sessions than an account may have at the same time: it was the one longest unused. */
  SESSION_LIMIT(Problem.TOKEN_BLACKLISTED, Problem.TOKEN_BLACKLISTED),
  /** The account may do less than the token says; a refresh gives one that tells the truth. */
  ROLES_CHANGED(Problem.TOKEN_INVALID_OR_EXPIRED, Problem.TOKEN_INVALID_OR_EXPIRED),
  /** The account has another password now. */
  PASSWORD_CHANGED(Problem.PASSWORD_CHANGED, Problem.PASSWORD_CHANGED),
  /** The account may not be used any more. */
  ACCOUNT_DISABLED(Problem.USER_INACTIVE, Problem.NO_ACCOUNT_FOR_TOKEN),
  /** There is no such account any more. */
  ACCOUNT_DELETED(Problem.USER_NOT_FOUND, Problem.NO_ACCOUNT_FOR_TOKEN);

  private final Problem asBearer;
  private final Problem asRefresh;

  EndReason(Problem asBearer, Problem asRefresh) {
    this.asBearer = asBearer;
    this.asRefresh = asRefresh;
  }

  /** What is said of an access token. */
  public Problem asBearer() {
    return asBearer;
  }

  /** What is said of a refresh token. */
  public Problem asRefresh() {
    return asRefresh;
  }
}
