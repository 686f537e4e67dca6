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

  /** In UTF-16 units: what stands behind so much makes no difference, and costs no time. */
  private static final int LONGEST = 256;

  private static final int LONGEST_PART = 64;
  private static final Pattern DATE =
      Pattern.compile(
          "(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
              + "|(?:0[1-9]|[12]\\d|3[01]){2}(?:19|20)\\d\\d");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final int LONGEST_NUMBER = 4;

  /** A context word, a run, a walk, a year: there are few of them. */
  private static final int FEW = 1;

  /** A word, a number: one of a thousand is as hard to guess as two letters are. */
  private static final int WORD = 2;

  /** There are some forty thousand, but most are never chosen. */
  private static final int DAY = 3;

  private final String text;
  private final ContextWords context;

  private EffectiveLength(String text, ContextWords context) {
    this.text = text;
    this.context = context;
  }

  /** In characters. */
  static int of(String password, ContextWords context) {
    String whole = Folding.fold(password);
    String folded = whole.substring(0, Math.min(LONGEST, whole.length()));
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
    return Math.min(
        new EffectiveLength(letters, context).cheapest(false),
        FEW + new EffectiveLength(Folding.once(letters), context).cheapest(false));
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
    if (context.contain(part) || isRun(part) || isWalk(part)) {
      return FEW;
    }
    if (CommonWords.contain(part)) {
      return WORD;
    }
    if (part.length() == 8 && DATE.matcher(part).matches()) {
      return DAY;
    }
    return isNumber(start, end) ? ofNumber(Folding.once(part)) : end - start;
  }

  /** Of digits by themselves; if they come again and again, of those that do. */
  private static int ofNumber(String digits) {
    if (digits.length() <= 2 || YEAR.matcher(digits).matches()) {
      return FEW;
    }
    return digits.length() <= LONGEST_NUMBER ? WORD : digits.length();
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

  private boolean isNumber(int start, int end) {
    return isDigit(start)
        && !isDigit(start - 1)
        && !isDigit(end)
        && text.substring(start, end).chars().allMatch(Character::isDigit);
  }

  private boolean isDigit(int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }
}
