package dev.signet.provisioning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an import knows of an account; called after Django's. */
enum Column {
  USERNAME,
  EMAIL,
  NAME,
  PASSWORD_HASH,
  IS_ACTIVE,
  IS_STAFF,
  DATE_JOINED;

  static final Set<String> NAMES =
      Arrays.stream(values()).map(Column::text).collect(Collectors.toUnmodifiableSet());

  static final Set<String> REQUIRED = Set.of(USERNAME.text(), EMAIL.text(), PASSWORD_HASH.text());

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
