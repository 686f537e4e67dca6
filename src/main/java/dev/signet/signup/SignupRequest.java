package dev.signet.signup;

import dev.signet.account.IdentifierKey;
import dev.signet.account.NewAccount;
import dev.signet.input.Fields;
import dev.signet.strength.PasswordPolicy;
import java.util.List;

/** What {@code POST /api/auth/signup} asks for. */
final class SignupRequest {

  private SignupRequest() {}

  /** The account asked for, or all that is wrong with it. */
  static NewAccount parse(Fields fields, PasswordPolicy policy) {
    String username = fields.required("username", IdentifierKey.LONGEST_USERNAME);
    if (!IdentifierKey.isUsername(username)) {
      fields.refuse("username", "username_characters");
    }
    IdentifierKey.refuseUnlessItFits(fields, "username", username);
    String email = IdentifierKey.email(fields);
    String name = IdentifierKey.name(fields);
    String password = policy.choose(fields, "password", List.of(username, email, name));
    fields.refuseIfWrong();
    return new NewAccount(username, email, name, password);
  }
}
