package dev.signet.platform;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sentences people read, one file a language: {@code messages_<language>.properties}; English
 * is the root. All are loaded once: what a client asks for must not reach the cache of bundles,
 * which never forgets what it did not find.
 */
public final class Texts {

  private static final int LONGEST_WISH = 256;
  private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);
  private static final Map<String, ResourceBundle> LANGUAGES = languages();

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The texts in English. */
  public static Texts inEnglish() {
    return new Texts(ENGLISH);
  }

  /**
   * The texts in the language that an {@code Accept-Language} header likes best (RFC 9110 §12.5.4),
   * of those there is a file for; in English where it is missing, malformed or a novel.
   */
  public static Texts preferred(@Nullable String acceptLanguage) {
    for (LanguageRange wish : wishes(acceptLanguage)) {
      ResourceBundle found = LANGUAGES.get(wish.getRange().replaceFirst("-.*", ""));
      if (found != null && wish.getWeight() > 0) {
        return new Texts(found);
      }
    }
    return inEnglish();
  }

  /** The texts in a language that there is a file for, by its tag. */
  public static Optional<Texts> in(String language) {
    return Optional.ofNullable(LANGUAGES.get(language)).map(Texts::new);
  }

  /** The texts in every language that there is a file for, in the order of their tags. */
  public static List<Texts> all() {
    return LANGUAGES.keySet().stream().sorted().map(LANGUAGES::get).map(Texts::new).toList();
  }

  /** The language of these. */
  public Locale language() {
    return bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
  }

  /** A sentence with its blanks filled in. */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }

  private static List<LanguageRange> wishes(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > LONGEST_WISH) {
      return List.of();
    }
    try {
      return LanguageRange.parse(acceptLanguage.replace('_', '-'));
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }

  private static Map<String, ResourceBundle> languages() {
    return Arrays.stream(Locale.getISOLanguages())
        .filter(
            language -> Texts.class.getResource("/messages_" + language + ".properties") != null)
        .collect(Collectors.toMap(Function.identity(), l -> bundle(Locale.forLanguageTag(l))));
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "messages",
        locale,
        Texts.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
