package dev.signet.claim;

import dev.signet.account.Account;
import java.util.Map;
import java.util.Set;

/** Contributors of claims. */
public final class TestContributors {

  private TestContributors() {}

  public static AccessTokenClaims contributor(Set<String> names, Map<String, Object> claims) {
    return new AccessTokenClaims() {
      @Override
      public Set<String> names() {
        return names;
      }

      @Override
      public Map<String, Object> claims(Account account) {
        return claims;
      }
    };
  }
}
