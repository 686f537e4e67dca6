package dev.signet.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences people read, one file a language: {@code messages_<language>.properties}; English
 * is the root.
 */
public final class Texts {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * The texts in the first language of a person's list that there is a file for, or else in
   * English.
   */
  public static Texts in(List<Locale> preferred) {
    return new Texts(
        preferred.stream()
            .map(Texts::bundle)
            .filter(bundle -> !bundle.getLocale().equals(Locale.ROOT))
            .findFirst()
            .orElseGet(() -> bundle(Locale.ROOT)));
  }

  /** A sentence with its blanks filled in. */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }

  private static ResourceBundle bundle(Locale locale) {
    Locale wanted = locale.getLanguage().equals("en") ? Locale.ENGLISH : locale;
    return ResourceBundle.getBundle("messages", wanted, Texts.class.getClassLoader(), NO_FALLBACK);
  }
}
