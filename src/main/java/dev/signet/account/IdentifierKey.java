package dev.signet.account;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which usernames and e-mail addresses are compared, so that no two accounts look
 * alike: compatibility forms and letter case make no difference (Unicode TR 15 NFKC, and the full
 * case folding of TR 21 by way of upper case).
 */
public final class IdentifierKey {

  /** In UTF-16 units: what a column of the database takes. Some characters become eighteen. */
  private static final int LONGEST = 300;

  private IdentifierKey() {}

  /** Whether an identifier can be stored in the form in which it is compared. */
  public static boolean fits(String identifier) {
    return of(identifier).length() <= LONGEST;
  }

  /** The form of an identifier. */
  public static String of(String identifier) {
    String folded = fold(fold(compatible(identifier)));
    return compatible(folded);
  }

  /** Twice makes sure: the capital sharp s becomes a small one first, and two letters then. */
  private static String fold(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
