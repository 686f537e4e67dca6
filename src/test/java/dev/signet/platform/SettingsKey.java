package dev.signet.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key of the settings file, or a family of keys such as {@code signet.answer.<member>}. */
record SettingsKey(String name, String value, SettingsComment comment) {

  private static final Pattern LINE = Pattern.compile("(?:# )?((?:signet|mp)\\.[\\w.<>-]+)=(.*)");

  /** Empty for a line that has no key. */
  static Optional<SettingsKey> of(String line, SettingsComment comment) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(new SettingsKey(matcher.group(1), matcher.group(2), comment))
        : Optional.empty();
  }

  boolean isFamily() {
    return name.endsWith(">");
  }
}
