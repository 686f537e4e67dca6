package dev.signet.claim;

import dev.signet.account.Account;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The account attributes that {@code signet.token.claims.<claim>} and {@code
 * signet.answer.<member>} ask for.
 */
record ConfiguredAttributes(Map<String, String> attributes)
    implements AccessTokenClaims, LoginAnswerMembers {

  /** What may be shown of an account by configuration alone. */
  enum Attribute {
    USERNAME,
    EMAIL,
    NAME,
    IS_ADMIN;

    static Attribute of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static boolean isKnown(String name) {
      return names().contains(name);
    }

    static List<String> names() {
      return Arrays.stream(values()).map(a -> a.name().toLowerCase(Locale.ROOT)).toList();
    }

    Object of(Account account) {
      return switch (this) {
        case USERNAME -> account.username();
        case EMAIL -> account.email();
        case NAME -> account.name();
        case IS_ADMIN -> account.isAdmin();
      };
    }
  }

  @Override
  public Set<String> names() {
    return attributes.keySet();
  }

  @Override
  public Map<String, Object> values(Account account) {
    return attributes.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, named -> Attribute.of(named.getValue()).of(account)));
  }
}
