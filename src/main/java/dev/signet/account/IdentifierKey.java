package dev.signet.account;

import dev.signet.input.Fields;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form in which usernames and e-mail addresses are compared, and what they may be, so that no
 * two accounts look alike: compatibility forms and letter case make no difference (Unicode TR 15
 * NFKC, and the full case folding of TR 21 by way of upper case).
 */
public final class IdentifierKey {

  /** In UTF-16 units: what a column of the database takes. Some characters become eighteen. */
  private static final int LONGEST = 300;

  /** How long these may be as they are written, in characters. */
  public static final int LONGEST_USERNAME = 150;

  public static final int LONGEST_EMAIL = 254;

  /** RFC 1035 §2.3.4, as names are written. */
  private static final int LONGEST_DOMAIN = 253;

  /** What a person is called identifies nobody, but stands beside these. */
  public static final int LONGEST_NAME = 256;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** No @: a username must not pass for somebody's address. */
  private static final Pattern USERNAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+-]*");

  /**
   * What has no width: Default_Ignorable_Code_Point (Unicode TR 44), so far as it is a letter or a
   * mark.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}\\x{FFA0}"
              + "\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}\\p{Cf}]");

  private static final String ATOM = "[^\\s\\p{Cntrl}@<>()\\[\\],;:\"\\\\.]+";

  private static final String LABEL =
      "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";

  /** RFC 5321 §4.1.2 without quotes, and letters of all languages (RFC 6531). */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@(" + LABEL + "(?:\\." + LABEL + ")*)");

  private IdentifierKey() {}

  /** Whether this can be a username: what looks like an @ is one. */
  public static boolean isUsername(String text) {
    return USERNAME.matcher(compatible(text)).matches() && !INVISIBLE.matcher(text).find();
  }

  /** Whether this can be an e-mail address. */
  public static boolean isEmail(String text) {
    Matcher email = EMAIL.matcher(compatible(text));
    return email.matches() && isDomain(email.group(1)) && !INVISIBLE.matcher(text).find();
  }

  /** Whether a mail server can be asked for it: some labels are longer than they look. */
  private static boolean isDomain(String text) {
    try {
      return IDN.toASCII(text).length() <= LONGEST_DOMAIN;
    } catch (IllegalArgumentException unspeakable) {
      return false;
    }
  }

  /** The address in the field of that name, refused there where it is none. */
  public static String email(Fields fields) {
    String email = fields.required("email", LONGEST_EMAIL);
    if (!isEmail(email)) {
      fields.refuse("email", "email_invalid");
    }
    refuseUnlessItFits(fields, "email", email);
    return email;
  }

  /** What a person is called, in the field of that name; refused there where it is no text. */
  public static String name(Fields fields) {
    String name = fields.optional("name", LONGEST_NAME);
    if (CONTROL.matcher(name).find()) {
      fields.refuse("name", "field_not_text");
    }
    return name;
  }

  /** Refuses in a field what cannot be stored in the form in which it is compared. */
  public static void refuseUnlessItFits(Fields fields, String field, String identifier) {
    if (!fits(identifier)) {
      fields.refuse(field, "field_too_long", identifier.length() / 2);
    }
  }

  /** Whether an identifier can be stored in the form in which it is compared. */
  public static boolean fits(String identifier) {
    return of(identifier).length() <= LONGEST;
  }

  /** The form in which an identifier is compared. */
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
