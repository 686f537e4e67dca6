package dev.signet.signup;

import dev.signet.account.IdentifierKey;
import dev.signet.account.NewAccount;
import dev.signet.input.Fields;
import dev.signet.strength.PasswordPolicy;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code POST /api/auth/signup} asks for. */
final class SignupRequest {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private SignupRequest() {}

  /** The account asked for, or all that is wrong with it. */
  static NewAccount parse(Fields fields, PasswordPolicy policy) {
    String username = fields.required("username", IdentifierKey.LONGEST_USERNAME);
    String email = fields.required("email", IdentifierKey.LONGEST_EMAIL);
    String name = fields.optional("name", IdentifierKey.LONGEST_NAME);
    if (!IdentifierKey.isUsername(username)) {
      fields.refuse("username", "username_characters");
    }
    if (!IdentifierKey.isEmail(email)) {
      fields.refuse("email", "email_invalid");
    }
    refuseUnlessItFits(fields, "username", username);
    refuseUnlessItFits(fields, "email", email);
    if (CONTROL.matcher(name).find()) {
      fields.refuse("name", "field_not_text");
    }
    String password = policy.choose(fields, "password", List.of(username, email, name));
    fields.refuseIfWrong();
    return new NewAccount(username, email, name, password);
  }

  private static void refuseUnlessItFits(Fields fields, String field, String value) {
    if (!IdentifierKey.fits(value)) {
      fields.refuse(field, "field_too_long", value.length() / 2);
    }
  }
}
