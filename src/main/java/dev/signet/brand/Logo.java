package dev.signet.brand;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The sign of the service: the operator's file or, without one, the first letter of its name. */
final class Logo {

  private static final String KEY = "signet.page.logo";
  private static final Set<String> TYPES = Set.of("svg", "png");

  private Logo() {}

  static Asset from(Settings settings, String name, Colour accent) {
    return settings.optional(KEY).map(Logo::file).orElseGet(() -> letter(name, accent));
  }

  private static Asset file(String text) {
    String type = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!TYPES.contains(type)) {
      throw Settings.wrong(KEY, "a file whose name ends with .svg or .png");
    }
    try {
      return Asset.of("logo." + type, OperatorFile.content(KEY, Path.of(text)));
    } catch (InvalidPathException notAPath) {
      throw new CannotStart(KEY + " is wrong: expected a file.", notAPath);
    }
  }

  private static Asset letter(String name, Colour accent) {
    String first = name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    return Asset.of(
        "logo.svg",
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
        <rect width="64" height="64" rx="16" fill="%s"/>
        <text x="32" y="44" font-family="system-ui, sans-serif" font-size="36" font-weight="700" \
        text-anchor="middle" fill="%s">&#%d;</text>
        </svg>
        """
            .formatted(accent, accent.text(), first.codePointAt(0)));
  }
}
