package dev.signet.idtoken;

import dev.signet.account.Account;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a client may know of an account, by the standard claims of <a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims">OpenID Connect Core
 * 1.0 §5.1</a> and the scopes of §5.4. Of an address or a phone number we know nothing.
 */
public enum UserClaims {
  NAME("name", "profile", account -> Optional.of(account.name()).filter(n -> !n.isEmpty())),
  PREFERRED_USERNAME("preferred_username", "profile", account -> Optional.of(account.username())),
  LOCALE("locale", "profile", account -> Optional.of(account.language().getLanguage())),
  EMAIL("email", "email", account -> Optional.of(account.email())),
  EMAIL_VERIFIED(
      "email_verified", "email", account -> Optional.of(account.emailVerifiedAt().isPresent()));

  private final String claim;
  private final String scope;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Account, Optional<?>> value;

  UserClaims(String claim, String scope, Function<Account, Optional<?>> value) {
    this.claim = claim;
    this.scope = scope;
    this.value = value;
  }

  /** The names of all of them. */
  public static List<String> names() {
    return Arrays.stream(values()).map(one -> one.claim).toList();
  }

  /**
   * What is said of an account.
   *
   * @param scopes what the client may ask for as a whole
   * @param asked which single claims it has asked for; those of other scopes too, since the person
   *     was asked
   */
  public static Map<String, Object> of(Account account, Set<String> scopes, Set<String> asked) {
    Map<String, Object> claims = new LinkedHashMap<>();
    for (UserClaims one : values()) {
      if (scopes.contains(one.scope) || asked.contains(one.claim)) {
        one.value.apply(account).ifPresent(value -> claims.put(one.claim, value));
      }
    }
    return claims;
  }
}
