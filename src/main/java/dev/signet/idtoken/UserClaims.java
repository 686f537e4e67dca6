package dev.signet.idtoken;

import dev.signet.account.Account;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  /** The scopes that single claims are of: who asks for one is to be allowed its scope. */
  public static Set<String> scopesOf(Set<String> claims) {
    return Arrays.stream(values())
        .filter(one -> claims.contains(one.claim))
        .map(one -> one.scope)
        .collect(Collectors.toSet());
  }

  /**
   * What is said of an account.
   *
   * @param scopes what the client may ask for as a whole
   * @param asked which single claims it has asked for
   * @param allowed of which scopes it may have single claims: those of its registration, about
   *     which the person was asked
   */
  public static Map<String, Object> of(
      Account account, Set<String> scopes, Set<String> asked, Set<String> allowed) {
    Map<String, Object> claims = new LinkedHashMap<>();
    for (UserClaims one : values()) {
      boolean alone = asked.contains(one.claim) && allowed.contains(one.scope);
      if (alone || scopes.contains(one.scope)) {
        one.value.apply(account).ifPresent(value -> claims.put(one.claim, value));
      }
    }
    return claims;
  }
}
