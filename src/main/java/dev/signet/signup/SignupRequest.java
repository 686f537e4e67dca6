package dev.signet.signup;

import dev.signet.account.AccountSettings;
import dev.signet.account.NewAccount;
import dev.signet.input.Fields;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What {@code POST /api/auth/signup} asks for. */
final class SignupRequest {

  /** No @: a username must not pass for somebody's address. */
  private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._+-]*");

  private static final Pattern EMAIL =
      Pattern.compile("(?:[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[\\p{L}\\p{N}.-]+)?");

  private static final int LONGEST_USERNAME = 150;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_PASSWORD = 256;

  private SignupRequest() {}

  /** The account asked for, or all that is wrong with it. */
  static NewAccount parse(Fields fields, AccountSettings settings) {
    String username = fields.required("username", LONGEST_USERNAME);
    String email = fields.required("email", LONGEST_EMAIL);
    String name = fields.optional("name", LONGEST_NAME);
    String password = fields.exact("password", LONGEST_PASSWORD);
    if (!USERNAME.matcher(compatible(username)).matches()) {
      fields.refuse("username", "username_characters");
    }
    if (!EMAIL.matcher(compatible(email)).matches()) {
      fields.refuse("email", "email_invalid");
    }
    if (characters(password) < settings.passwordMinimum()) {
      fields.refuse("password", "field_too_short", settings.passwordMinimum());
    }
    fields.refuseIfWrong();
    return new NewAccount(username, email, name, password);
  }

  /** NIST SP 800-63B-4 §3.1.1.2: a code point is a character, after normalisation. */
  private static int characters(String password) {
    String normalized = Normalizer.normalize(password, Normalizer.Form.NFC);
    return normalized.codePointCount(0, normalized.length());
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
