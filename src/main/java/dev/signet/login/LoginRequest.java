package dev.signet.login;

import dev.signet.input.Fields;
import dev.signet.session.SessionKind;
import dev.signet.strength.PasswordPolicy;

/**
 * What {@code POST /api/auth/login} asks for: a username or an e-mail address, and the password as
 * it was typed.
 *
 * @param kind a browser's login says whether to remember the person
 */
record LoginRequest(String identifier, String password, SessionKind kind) {

  static final int LONGEST_IDENTIFIER = 254;

  static LoginRequest parse(Fields fields, SessionKind kind) {
    String identifier = fields.has("username") || !fields.has("email") ? "username" : "email";
    LoginRequest request =
        new LoginRequest(
            fields.required(identifier, LONGEST_IDENTIFIER),
            fields.exact("password", PasswordPolicy.LONGEST),
            kind);
    fields.refuseIfWrong();
    return request;
  }

  /** Shows no password, wherever it is printed. */
  @Override
  public String toString() {
    return "LoginRequest[" + identifier + "]";
  }
}
