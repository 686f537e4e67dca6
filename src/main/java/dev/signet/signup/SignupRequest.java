package dev.signet.signup;

import dev.signet.account.IdentifierKey;
import dev.signet.account.NewAccount;
import dev.signet.input.Fields;
import dev.signet.strength.PasswordPolicy;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code POST /api/auth/signup} asks for. */
final class SignupRequest {

  /** No @: a username must not pass for somebody's address. */
  private static final Pattern USERNAME =
      Pattern.compile("(?:[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+-]*)?");

  /**
   * What has no width: Default_Ignorable_Code_Point (Unicode TR 44), so far as it is a letter or a
   * mark.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}\\x{FFA0}"
              + "\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}\\p{Cf}]");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final String LABEL =
      "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:[^\\s\\p{Cntrl}@<>()\\[\\],;:\"\\\\]{1,64}@" + LABEL + "(?:\\." + LABEL + ")*)?");

  private static final int LONGEST_USERNAME = 150;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_NAME = 256;

  private SignupRequest() {}

  /** The account asked for, or all that is wrong with it. */
  static NewAccount parse(Fields fields, PasswordPolicy policy) {
    String username = fields.required("username", LONGEST_USERNAME);
    String email = fields.required("email", LONGEST_EMAIL);
    String name = fields.optional("name", LONGEST_NAME);
    refuseUnless(USERNAME, fields, "username", username, "username_characters");
    refuseUnless(EMAIL, fields, "email", email, "email_invalid");
    if (CONTROL.matcher(name).find()) {
      fields.refuse("name", "field_not_text");
    }
    String password = policy.choose(fields, "password", List.of(username, email, name));
    fields.refuseIfWrong();
    return new NewAccount(username, email, name, password);
  }

  /** By the form in which names are compared: what looks like an @ is one. */
  private static void refuseUnless(
      Pattern form, Fields fields, String field, String value, String otherwise) {
    boolean seen = !INVISIBLE.matcher(value).find();
    if (!seen || !form.matcher(Normalizer.normalize(value, Normalizer.Form.NFKC)).matches()) {
      fields.refuse(field, otherwise);
    }
    if (!IdentifierKey.fits(value)) {
      fields.refuse(field, "field_too_long", value.length() / 2);
    }
  }
}
