package dev.signet.password;

import dev.signet.account.Account;
import dev.signet.input.Fields;
import dev.signet.strength.PasswordPolicy;
import java.util.List;

/** The password that somebody chooses for an account. */
final class Choice {

  private Choice() {}

  /** Reads it, and refuses it, with all else that is wrong, where the policy does not take it. */
  static String of(Fields fields, String field, Account account, PasswordPolicy policy) {
    List<String> about = List.of(account.username(), account.email(), account.name());
    String chosen = policy.choose(fields, field, about);
    fields.refuseIfWrong();
    return chosen;
  }
}
