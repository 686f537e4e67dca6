package dev.signet.email;

import dev.signet.account.Account;
import dev.signet.input.Fields;
import dev.signet.lifecycle.EmailAddresses;
import dev.signet.lifecycle.Reauthentication;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.FieldErrors;
import dev.signet.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The wish for another address, for the JSON API and for the page. */
@ApplicationScoped
class AddressChange {

  @Inject Reauthentication reauthentication;
  @Inject EmailAddresses addresses;
  @Inject RequestOrigin origin;

  /**
   * Gives the caller's account another address: at once, or when the link is opened that is mailed
   * there.
   *
   * @return whether it is the account's now
   * @throws FieldErrors for what is wrong with the fields
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link Problem#BUSY},
   *     {@link Problem#PASSWORD_CHANGED} or {@link Problem#ACCOUNT_EXISTS}
   */
  boolean ask(Fields fields) {
    ChangeEmailRequest request = ChangeEmailRequest.parse(fields);
    Account account = reauthentication.account();
    reauthentication.require(account, "password", request.password());
    if (account.hasEmail(request.email())) {
      throw FieldErrors.of("email", "email_same");
    }
    return addresses.ask(account, request.email(), origin.origin());
  }
}
