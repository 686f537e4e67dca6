package dev.signet.claim;

import dev.signet.account.Account;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a claim may show of an account by configuration alone. */
enum AccountAttribute {
  USERNAME,
  EMAIL,
  NAME,
  IS_ADMIN;

  static AccountAttribute of(String name) {
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
