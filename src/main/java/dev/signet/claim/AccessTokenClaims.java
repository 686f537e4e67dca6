package dev.signet.claim;

import dev.signet.account.Account;
import java.util.Map;
import java.util.Set;

/**
 * Adds claims to access tokens. Any CDI bean that implements this is asked at every mint, at login
 * and at each refresh, so that a change of the account shows at the next refresh.
 */
public interface AccessTokenClaims {

  /**
   * The claims it may add. One that a standard reserves, or that another contributor names too,
   * stops the deployment.
   */
  Set<String> names();

  /** The claims of an account's token: JSON values by name; those it leaves out are absent. */
  Map<String, Object> claims(Account account);
}
