package dev.signet.platform;

/** Renders docs/settings.md. */
final class SettingsPage {

  private static final String TOP =
      """
      <!-- Made of microprofile-config.properties by SettingsReferenceTest: change that file, not this one. -->

      # Settings

      A setting is a system property, or an environment variable of the same name in upper case, with `_` for every character
      that is neither letter nor digit: `signet.token.access-lifetime` is `SIGNET_TOKEN_ACCESS_LIFETIME`. A wrong value or an
      unknown `signet.*` key stops the deployment and names the key. Durations are ISO 8601: `PT5M` is five minutes, `P1D` a
      day. Where a key ends in `<…>`, that part is yours to name, and there may be many.

      [simple-jwt.md](simple-jwt.md) says which of them stand for settings of Django's Simple JWT.
      """;

  private SettingsPage() {}

  static String of(SettingsFile file) {
    StringBuilder page = new StringBuilder(TOP);
    file.sections().stream()
        .filter(section -> !section.keys().isEmpty())
        .forEach(section -> page.append(section(section)));
    return page.toString();
  }

  private static String section(SettingsSection section) {
    StringBuilder text = new StringBuilder("\n## " + section.title() + "\n\n");
    section.comment().words().forEach(line -> text.append(Markdown.prose(line)).append('\n'));
    if (!section.comment().words().isEmpty()) {
      text.append('\n');
    }
    text.append("| Key | Default | What it means |\n|---|---|---|\n");
    section.keys().forEach(key -> text.append(row(key)));
    return text.toString();
  }

  private static String row(SettingsKey key) {
    return Markdown.row(
        Markdown.code(key.name()), fallback(key), Markdown.prose(key.comment().sentence()));
  }

  private static String fallback(SettingsKey key) {
    if (key.isFamily()) {
      return "none";
    }
    return key.value().isEmpty() ? "empty" : Markdown.code(key.value());
  }
}
