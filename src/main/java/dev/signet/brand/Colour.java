package dev.signet.brand;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A colour of sRGB, and what can be read on it.
 *
 * @param rgb its bytes for red, green and blue
 */
record Colour(int rgb) {

  static final Colour BLACK = new Colour(0x000000);
  static final Colour WHITE = new Colour(0xffffff);

  /** WCAG 2.2, 1.4.3: the least contrast of text. */
  static final double READABLE = 4.5;

  private static final Pattern HEXADECIMAL = Pattern.compile("#[0-9a-fA-F]{6}");

  /**
   * Reads {@code #rrggbb}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Colour of(String text) {
    if (!HEXADECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("No colour");
    }
    return new Colour(Integer.parseInt(text.substring(1), 16));
  }

  /** WCAG 2.2, "contrast ratio": from 1 to 21. */
  double contrast(Colour other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** Black or white, whichever is read better on this: one of them always can be. */
  Colour text() {
    return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
  }

  /** This or, as long as it cannot be read on a surface, ever more of black or of white. */
  Colour readableOn(Colour surface) {
    Colour extreme = surface.text();
    return IntStream.rangeClosed(0, 100)
        .mapToObj(percent -> mixedWith(extreme, percent))
        .filter(mixed -> mixed.contrast(surface) >= READABLE)
        .findFirst()
        .orElse(extreme);
  }

  /** This with a part of another in it. */
  Colour mixedWith(Colour other, int percent) {
    int mixed = 0;
    for (int shift : new int[] {16, 8, 0}) {
      int here = rgb >> shift & 0xff;
      int there = other.rgb >> shift & 0xff;
      mixed |= (int) Math.round(here + (there - here) * percent / 100.0) << shift;
    }
    return new Colour(mixed);
  }

  /** WCAG 2.2, "relative luminance". */
  private double luminance() {
    IntUnaryOperator channel = shift -> rgb >> shift & 0xff;
    return 0.2126 * linear(channel.applyAsInt(16))
        + 0.7152 * linear(channel.applyAsInt(8))
        + 0.0722 * linear(channel.applyAsInt(0));
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** As CSS writes it. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
