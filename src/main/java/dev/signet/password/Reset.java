package dev.signet.password;

import dev.signet.account.Account;
import dev.signet.account.Credentials;
import dev.signet.input.Fields;
import dev.signet.lifecycle.PasswordChanges;
import dev.signet.origin.Origin;
import dev.signet.problem.Problem;
import dev.signet.strength.PasswordPolicy;
import dev.signet.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The choice of a password by a link, for the JSON API and for the page. */
@ApplicationScoped
class Reset {

  @Inject PasswordChanges changes;
  @Inject PasswordPolicy policy;
  @Inject Credentials credentials;
  @Inject Throttle throttle;

  /**
   * Spends a link for the password in a field. One that is not taken leaves the link as it is.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link
   *     Problem#LINK_MALFORMED}, {@link Problem#LINK_EXPIRED} or {@link Problem#BUSY}
   */
  void choose(String token, Fields fields, Origin origin) {
    throttle.link(origin);
    Account account = changes.open(token);
    String chosen = policy.choose(fields, "password", account.about());
    fields.refuseIfWrong();
    changes.reset(token, credentials.hash(chosen));
  }
}
