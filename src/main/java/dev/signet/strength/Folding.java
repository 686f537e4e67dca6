package dev.signet.strength;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form in which passwords and words are compared here: how they are written is no secret. */
final class Folding {

  private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");
  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{M}\\p{N}]");

  /** Digits and signs that stand for letters. */
  private static final Pattern LEET = Pattern.compile("[013457@$!]+");

  /** The same, between letters or before one: what follows a word may be a number. */
  private static final Pattern LEET_INSIDE =
      Pattern.compile("(?<=\\p{L})[013457@$!]{1,3}(?=\\p{L})|[@$](?=\\p{L})");

  private static final String LEET_SIGNS = "013457@$!";
  private static final String LEET_LETTERS = "oieastasi";

  private Folding() {}

  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  /** The letters and digits alone. */
  static String letters(String folded) {
    return SIGN.matcher(folded).replaceAll("");
  }

  /** All but the letters and digits. */
  static String signs(String folded) {
    return LETTER.matcher(folded).replaceAll("");
  }

  /** What a text says again and again, up to its end; the text itself if it does not. */
  static String once(String text) {
    for (int period = 1; period <= text.length() / 2; period++) {
      if (text.regionMatches(period, text, 0, text.length() - period)) {
        return text.substring(0, period);
      }
    }
    return text;
  }

  /** What may be meant where digits and signs stand for letters: p4$$w0rd1 is a password. */
  static Set<String> withoutLeet(String folded) {
    if (folded.codePoints().noneMatch(Character::isLetter)) {
      return Set.of();
    }
    return Stream.of(LEET, LEET_INSIDE)
        .map(leet -> leet.matcher(folded).replaceAll(signs -> lettersFor(signs.group())))
        .filter(plain -> !plain.equals(folded))
        .collect(Collectors.toSet());
  }

  private static String lettersFor(String signs) {
    StringBuilder letters = new StringBuilder();
    signs.chars().forEach(sign -> letters.append(LEET_LETTERS.charAt(LEET_SIGNS.indexOf(sign))));
    return letters.toString();
  }
}
