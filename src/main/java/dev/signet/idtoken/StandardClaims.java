package dev.signet.idtoken;

import dev.signet.account.Account;
import dev.signet.claim.UserInfoClaims;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What we know of an account by ourselves, as the scopes of <a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims">OpenID Connect Core 1.0
 * §5.4</a> have it.
 */
enum StandardClaims implements UserInfoClaims {
  PROFILE,
  EMAIL;

  @Override
  public String scope() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<String> names() {
    return switch (this) {
      case PROFILE -> Set.of("name", "preferred_username", "locale");
      case EMAIL -> Set.of("email", "email_verified");
    };
  }

  @Override
  public Map<String, Object> values(Account account) {
    return switch (this) {
      case PROFILE -> profile(account);
      case EMAIL ->
          Map.of("email", account.email(), "email_verified", account.emailVerifiedAt().isPresent());
    };
  }

  private static Map<String, Object> profile(Account account) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("preferred_username", account.username());
    claims.put("locale", account.language().getLanguage());
    if (!account.name().isEmpty()) {
      claims.put("name", account.name());
    }
    return claims;
  }
}
