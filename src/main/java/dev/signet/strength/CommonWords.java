package dev.signet.strength;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.platform.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words that passwords are made of the world over, and the ways fingers walk over a keyboard.
 * They were written for this, from what everybody knows; no list was copied.
 */
final class CommonWords {

  static final int SHORTEST_WALK = 4;

  private static final Set<String> WORDS = words("/strength/words.txt").collect(Collectors.toSet());
  private static final String WALKS =
      words("/strength/walks.txt")
          .flatMap(walk -> Stream.of(walk, new StringBuilder(walk).reverse().toString()))
          .collect(Collectors.joining("\n"));

  /** How most texts are seen to be none. */
  private static final Set<String> BEGINNINGS =
      IntStream.rangeClosed(0, WALKS.length() - SHORTEST_WALK)
          .mapToObj(at -> WALKS.substring(at, at + SHORTEST_WALK))
          .collect(Collectors.toSet());

  private CommonWords() {}

  static boolean contain(String folded) {
    return WORDS.contains(folded);
  }

  /** Whether this is a part of a way over the keyboard, forwards or backwards. */
  static boolean isWalk(String folded) {
    return BEGINNINGS.contains(folded.substring(0, SHORTEST_WALK)) && WALKS.contains(folded);
  }

  static Set<String> all() {
    return WORDS;
  }

  private static Stream<String> words(String resource) {
    try (InputStream file = CommonWords.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new CannotStart(
            "The WAR is incomplete: " + resource + " is missing. Build it again.");
      }
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .filter(word -> !word.isEmpty())
          .map(Folding::fold);
    } catch (IOException unreadable) {
      throw new CannotStart("The WAR is damaged: " + resource + " cannot be read.", unreadable);
    }
  }
}
