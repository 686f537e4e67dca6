package dev.signet.strength;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How long a password is to who guesses well: in the cheapest way to put it together of what is
 * predictable and of other characters. Those count one each; each predictable part counts little,
 * however long it is and however often it comes.
 *
 * <p>Signs (what is neither letter nor digit) are looked at by themselves, so that none hides a
 * word, and count once each.
 */
final class EffectiveLength {

  private static final int LONGEST_PART = 64;
  private static final int LONGEST_YEAR = 4;
  private static final Pattern DATE =
      Pattern.compile(
          "(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
              + "|(?:0[1-9]|[12]\\d|3[01]){2}(?:19|20)\\d\\d");

  /** One of a thousand is as hard to guess as two letters are. */
  private static final int WORD = 2;

  /** There are some forty thousand. */
  private static final int DAY = 3;

  /** A context word, a run, a walk, a year: there are few of them. */
  private static final int FEW = 1;

  private final String text;
  private final ContextWords context;

  private EffectiveLength(String text, ContextWords context) {
    this.text = text;
    this.context = context;
  }

  /** In characters. */
  static int of(String password, ContextWords context) {
    String folded = Folding.fold(password);
    int length = ofFolded(folded, context);
    for (String plain : Folding.withoutLeet(folded)) {
      length = Math.min(length, FEW + ofFolded(plain, context));
    }
    return length;
  }

  private static int ofFolded(String folded, ContextWords context) {
    String signs = Folding.signs(folded);
    return ofLetters(Folding.letters(folded), context)
        + new EffectiveLength(signs, context).cheapest(true);
  }

  private static int ofLetters(String letters, ContextWords context) {
    String repeated = letters.substring(0, period(letters));
    return Math.min(
        new EffectiveLength(letters, context).cheapest(false),
        FEW + new EffectiveLength(repeated, context).cheapest(false));
  }

  /** After how many characters the text says the same again, up to its end; its length if never. */
  private static int period(String text) {
    for (int period = 1; period <= text.length() / 2; period++) {
      if (text.regionMatches(period, text, 0, text.length() - period)) {
        return period;
      }
    }
    return text.length();
  }

  private int cheapest(boolean distinct) {
    int[] cost = new int[text.length() + 1];
    int[] from = new int[text.length() + 1];
    for (int end = 1; end <= text.length(); end++) {
      from[end] = end - 1;
      cost[end] = cost[end - 1] + 1;
      cheapestPart(end, cost, from);
    }
    return total(from, distinct);
  }

  private void cheapestPart(int end, int[] cost, int[] from) {
    for (int start = end - 2; start >= Math.max(0, end - LONGEST_PART); start--) {
      int whole = cost[start] + price(start, end);
      if (whole < cost[end]) {
        cost[end] = whole;
        from[end] = start;
      }
    }
  }

  private int total(int[] from, boolean distinct) {
    Set<String> parts = new HashSet<>();
    int total = 0;
    for (int end = text.length(); end > 0; end = from[end]) {
      boolean character = from[end] == end - 1;
      if (character && Character.isHighSurrogate(text.charAt(end - 1))) {
        continue;
      }
      String part =
          character
              ? Character.toString(text.codePointBefore(end))
              : text.substring(from[end], end);
      boolean again = !parts.add(part);
      if (character) {
        total += distinct && again ? 0 : 1;
      } else if (!again) {
        total += price(from[end], end);
      }
    }
    return total;
  }

  /** Of a part of at least two characters: as many where it is not predictable. */
  private int price(int start, int end) {
    String part = text.substring(start, end);
    if (context.contain(part) || isRun(part) || isWalk(part) || isYear(start, end)) {
      return FEW;
    }
    if (CommonWords.contain(part)) {
      return WORD;
    }
    return part.length() == 8 && DATE.matcher(part).matches() ? DAY : end - start;
  }

  /** aaa, abcd, 4321. */
  private static boolean isRun(String part) {
    if (part.length() < 3) {
      return false;
    }
    int step = part.charAt(1) - part.charAt(0);
    for (int i = 2; i < part.length(); i++) {
      if (part.charAt(i) - part.charAt(i - 1) != step) {
        return false;
      }
    }
    return step == 0 || (Math.abs(step) == 1 && part.length() > 3);
  }

  private static boolean isWalk(String part) {
    return part.length() >= CommonWords.SHORTEST_WALK && CommonWords.isWalk(part);
  }

  /** Up to four digits by themselves. */
  private boolean isYear(int start, int end) {
    return end - start <= LONGEST_YEAR
        && text.substring(start, end).chars().allMatch(Character::isDigit)
        && (start == 0 || !Character.isDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isDigit(text.charAt(end)));
  }
}
