package dev.signet.brand;

import dev.signet.platform.Settings;

/**
 * The colours that an operator chooses, for pages that are light or dark.
 *
 * @param accent of buttons and links
 * @param background behind all else
 * @param surface of what stands on the background, as {@code style.css} has it
 */
record Palette(Colour accent, Colour background, Colour surface) {

  /** What stands on the background is written in these, as {@code style.css} has them. */
  static final Colour MUTED_ON_LIGHT = Colour.of("#535d6f");

  static final Colour MUTED_ON_DARK = Colour.of("#a6b0c0");
  static final Colour LIGHT_SURFACE = Colour.of("#ffffff");
  static final Colour DARK_SURFACE = Colour.of("#181e27");

  private static final String ACCENT = "signet.page.colour.accent";
  private static final String BACKGROUND = "signet.page.colour.background";

  /** How much a button is changed under the pointer, in percent. */
  private static final int PRESSED = 14;

  static Palette light(Settings settings) {
    return new Palette(
        colour(settings, ACCENT), background(settings, BACKGROUND, MUTED_ON_LIGHT), LIGHT_SURFACE);
  }

  static Palette dark(Settings settings) {
    return new Palette(
        colour(settings, ACCENT + ".dark"),
        background(settings, BACKGROUND + ".dark", MUTED_ON_DARK),
        DARK_SURFACE);
  }

  /** The custom properties of CSS that stand for these; what is written in them can be read. */
  String properties() {
    Colour text = accent.text();
    Colour away = text.equals(Colour.WHITE) ? Colour.BLACK : Colour.WHITE;
    return """
      --accent: %s;
      --on-accent: %s;
      --accent-strong: %s;
      --accent-text: %s;
      --background: %s;
    """
        .formatted(
            accent, text, accent.mixedWith(away, PRESSED), accent.readableOn(surface), background);
  }

  private static Colour background(Settings settings, String key, Colour text) {
    Colour background = colour(settings, key);
    if (background.contrast(text) < Colour.READABLE) {
      throw Settings.wrong(key, "a colour that " + text + " can be read on");
    }
    return background;
  }

  private static Colour colour(Settings settings, String key) {
    try {
      return Colour.of(settings.text(key));
    } catch (IllegalArgumentException notAColour) {
      throw Settings.wrong(key, "a colour such as #1f5fc4");
    }
  }
}
