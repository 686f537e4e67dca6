package dev.signet.strength;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands around a password, and so is tried first: the words of some texts, each two that
 * follow one another in either order, all of a text, and all of these backwards. Shorter ones than
 * four letters are none, for they are in too much else.
 */
final class ContextWords {

  private static final int SHORTEST = 4;
  private static final ContextWords NONE = new ContextWords(Set.of());

  private final Set<String> words;

  private ContextWords(Set<String> words) {
    this.words = words;
  }

  static ContextWords none() {
    return NONE;
  }

  static ContextWords of(List<String> texts) {
    Set<String> words = new HashSet<>();
    for (String text : texts) {
      List<String> parts = parts(Folding.fold(text));
      parts.forEach(part -> add(words, part));
      for (int i = 1; i < parts.size(); i++) {
        add(words, parts.get(i - 1) + parts.get(i));
        add(words, parts.get(i) + parts.get(i - 1));
      }
      add(words, String.join("", parts));
    }
    return new ContextWords(words);
  }

  /** Whether this is one of them; it must be folded. */
  boolean contain(String word) {
    return words.contains(word);
  }

  /** Letters, and digits: of jane85 the first are Jane. */
  private static List<String> parts(String folded) {
    List<String> parts = new ArrayList<>();
    Arrays.stream(folded.split("[^\\p{L}\\p{M}\\p{N}]+", -1))
        .flatMap(word -> Arrays.stream(word.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1)))
        .filter(part -> !part.isEmpty())
        .forEach(parts::add);
    return parts;
  }

  private static void add(Set<String> words, String word) {
    if (letters(word) >= SHORTEST) {
      words.add(word);
      words.add(new StringBuilder(word).reverse().toString());
    }
  }

  /** A syllable of Hangul is two or three. */
  private static int letters(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD).length();
  }
}
