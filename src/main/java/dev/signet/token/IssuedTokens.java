package dev.signet.token;

import dev.signet.account.Account;
import java.time.Duration;

/**
 * The tokens of a login or a refresh.
 *
 * @param accessLifetime how long the access token is good from its issue
 * @param refreshLifetime how long the refresh token is good from its issue
 */
public record IssuedTokens(
    String access,
    Duration accessLifetime,
    String refresh,
    Duration refreshLifetime,
    Account account) {

  /** Shows no token, wherever it is printed. */
  @Override
  public String toString() {
    return "IssuedTokens[" + account.id() + "]";
  }
}
