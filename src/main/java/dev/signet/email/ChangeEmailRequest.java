package dev.signet.email;

import dev.signet.account.IdentifierKey;
import dev.signet.input.Fields;

/**
 * What {@code POST /api/auth/email/change} asks for.
 *
 * @param password the one that the account has
 */
record ChangeEmailRequest(String email, String password) {

  private static final int LONGEST_PASSWORD = 256;

  static ChangeEmailRequest parse(Fields fields) {
    String email = fields.required("email", IdentifierKey.LONGEST_EMAIL);
    if (!IdentifierKey.isEmail(email)) {
      fields.refuse("email", "email_invalid");
    }
    if (!IdentifierKey.fits(email)) {
      fields.refuse("email", "field_too_long", email.length() / 2);
    }
    String password = fields.exact("password", LONGEST_PASSWORD);
    fields.refuseIfWrong();
    return new ChangeEmailRequest(email, password);
  }

  /** Shows no password, wherever it is printed. */
  @Override
  public String toString() {
    return "ChangeEmailRequest[]";
  }
}
