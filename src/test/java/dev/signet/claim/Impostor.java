package dev.signet.claim;

import dev.signet.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Would make everybody the same account. */
@ApplicationScoped
public class Impostor implements AccessTokenClaims {

  @Override
  public Set<String> names() {
    return Set.of("sub");
  }

  @Override
  public Map<String, Object> values(Account account) {
    return Map.of("sub", "00000000-0000-0000-0000-000000000001");
  }
}
