package dev.signet.password;

import dev.signet.account.Account;
import dev.signet.account.Credentials;
import dev.signet.input.Fields;
import dev.signet.lifecycle.PasswordChanges;
import dev.signet.lifecycle.Reauthentication;
import dev.signet.problem.Problem;
import dev.signet.strength.PasswordPolicy;
import dev.signet.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The choice of a password by who knows the one before, for the JSON API and for the page. */
@ApplicationScoped
class PasswordChange {

  @Inject Caller caller;
  @Inject Reauthentication reauthentication;
  @Inject PasswordPolicy policy;
  @Inject Credentials credentials;
  @Inject PasswordChanges changes;

  /**
   * Gives the caller's account the password in a field, to who gives the one before in another
   * (ASVS 5.0 6.2.3); all other sessions end.
   *
   * @throws dev.signet.problem.FieldErrors for what is wrong with the fields
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link Problem#BUSY} or
   *     {@link Problem#PASSWORD_CHANGED}
   */
  void choose(Fields fields) {
    Account account = reauthentication.account();
    String current = fields.exact("current_password", PasswordPolicy.LONGEST);
    String chosen = policy.choose(fields, "new_password", account.about());
    fields.refuseIfWrong();
    reauthentication.require(account, "current_password", current);
    changes.change(account, credentials.hash(chosen), caller.required().sessionId());
  }
}
