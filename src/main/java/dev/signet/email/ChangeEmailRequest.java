package dev.signet.email;

import dev.signet.account.IdentifierKey;
import dev.signet.input.Fields;
import dev.signet.strength.PasswordPolicy;

/**
 * What {@code POST /api/auth/email/change} asks for.
 *
 * @param password the one that the account has
 */
record ChangeEmailRequest(String email, String password) {

  static ChangeEmailRequest parse(Fields fields) {
    String email = IdentifierKey.email(fields);
    String password = fields.exact("password", PasswordPolicy.LONGEST);
    fields.refuseIfWrong();
    return new ChangeEmailRequest(email, password);
  }

  /** Shows no password, wherever it is printed. */
  @Override
  public String toString() {
    return "ChangeEmailRequest[]";
  }
}
