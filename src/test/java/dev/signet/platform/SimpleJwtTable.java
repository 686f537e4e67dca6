package dev.signet.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders the settings of Simple JWT with what stands for each, the table in docs/simple-jwt.md.
 */
record SimpleJwtTable(SettingsFile file) {

  private static final String BEGIN =
      "<!-- begin: made of microprofile-config.properties by SettingsReferenceTest -->\n";

  private static final String END = "<!-- end -->\n";

  private static final String HEAD =
      """
      | # | Simple JWT | Its default | Signet | Our default | Why it differs, or has no key |
      |---|---|---|---|---|---|
      """;

  /** The page with this table between its two comments. */
  String in(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("The page needs the lines " + BEGIN + "and " + END);
    }
    return page.substring(0, begin) + BEGIN + "\n" + rows() + "\n" + page.substring(end);
  }

  private String rows() {
    return Arrays.stream(SimpleJwtSetting.values())
        .flatMap(setting -> file.sections().stream().flatMap(section -> rows(setting, section)))
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static Stream<String> rows(SimpleJwtSetting setting, SettingsSection section) {
    Stream<String> withKey =
        section.keys().stream()
            .flatMap(
                key ->
                    key.comment().notes().stream()
                        .filter(setting::isMeantBy)
                        .map(note -> row(setting, link(key, section), value(setting, key), note)));
    Stream<String> without =
        section.comment().notes().stream()
            .filter(setting::isMeantBy)
            .map(note -> row(setting, "none", "", note));
    return Stream.concat(withKey, without);
  }

  private static String row(SimpleJwtSetting setting, String key, String value, SimpleJwtNote why) {
    return Markdown.row(
        Integer.toString(setting.number()),
        Markdown.code(setting.name()),
        Markdown.code(setting.fallback()),
        key,
        value,
        Markdown.prose(capitalised(why.reason())));
  }

  private static String link(SettingsKey key, SettingsSection section) {
    return "[%s](settings.md%s)"
        .formatted(Markdown.code(key.name()), Markdown.anchor(section.title()));
  }

  private static String value(SimpleJwtSetting setting, SettingsKey key) {
    String value = Markdown.code(key.value());
    return setting.hasTheDefaultOf(key) ? value : "**" + value + "**";
  }

  private static String capitalised(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
