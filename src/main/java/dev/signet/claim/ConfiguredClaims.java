package dev.signet.claim;

import dev.signet.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The claims that {@code signet.token.claims.<claim>=<account attribute>} asks for. */
@ApplicationScoped
class ConfiguredClaims implements AccessTokenClaims {

  @Inject ClaimSettings settings;

  @Override
  public Set<String> names() {
    return settings.claims().keySet();
  }

  @Override
  public Map<String, Object> claims(Account account) {
    Map<String, Object> claims = new HashMap<>();
    settings
        .claims()
        .forEach(
            (claim, attribute) -> claims.put(claim, AccountAttribute.of(attribute).of(account)));
    return claims;
  }
}
