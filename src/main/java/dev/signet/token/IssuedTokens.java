package dev.signet.token;

import dev.signet.account.Account;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;

/**
 * The tokens of a login or a refresh.
 *
 * @param sessionId the session that they are of
 * @param accessLifetime how long the access token is good from its issue
 * @param refreshLifetime how long the refresh token is good from its issue
 * @param members what contributors add to the answer to a login; none to that to a refresh
 */
public record IssuedTokens(
    String sessionId,
    String access,
    Duration accessLifetime,
    String refresh,
    Duration refreshLifetime,
    Account account,
    Map<String, Object> members) {

  IssuedTokens(
      String sessionId,
      String access,
      Duration accessLifetime,
      String refresh,
      Duration refreshLifetime,
      Account account) {
    this(sessionId, access, accessLifetime, refresh, refreshLifetime, account, Map.of());
  }

  IssuedTokens with(Map<String, Object> added) {
    return new IssuedTokens(
        sessionId, access, accessLifetime, refresh, refreshLifetime, account, added);
  }

  /**
   * The token of a login that gets one for both.
   *
   * @param members what contributors add to the answer
   */
  public record Sliding(String token, Map<String, Object> members) {

    public Sliding {
      members = Collections.unmodifiableMap(members);
    }

    /** Shows no token, wherever it is printed. */
    @Override
    public String toString() {
      return "Sliding[]";
    }
  }

  /** Shows no token, wherever it is printed. */
  @Override
  public String toString() {
    return "IssuedTokens[" + account.id() + "]";
  }
}
