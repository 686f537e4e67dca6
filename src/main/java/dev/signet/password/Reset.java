package dev.signet.password;

import dev.signet.account.Account;
import dev.signet.account.Accounts;
import dev.signet.account.Credentials;
import dev.signet.input.Fields;
import dev.signet.lifecycle.PasswordChanges;
import dev.signet.link.Links;
import dev.signet.link.OpenedLink;
import dev.signet.link.Purpose;
import dev.signet.problem.Problem;
import dev.signet.strength.PasswordPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** The choice of a password by a link, for the JSON API and for the page. */
@ApplicationScoped
class Reset {

  @Inject Links links;
  @Inject Accounts accounts;
  @Inject PasswordPolicy policy;
  @Inject Credentials credentials;
  @Inject PasswordChanges changes;

  /**
   * Says whether a link is good, and changes nothing.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#LINK_MALFORMED} or {@link
   *     Problem#LINK_EXPIRED}
   */
  OpenedLink open(String token) {
    return links.open(token, Set.of(Purpose.RESET_PASSWORD));
  }

  /**
   * Spends a link for the password in a field. One that is not taken leaves the link as it is.
   *
   * @throws dev.signet.problem.ProblemException as {@link #open}
   */
  void choose(String token, Fields fields) {
    Account account =
        accounts.find(open(token).accountId()).orElseThrow(Problem.LINK_EXPIRED::refusal);
    String chosen = policy.choose(fields, "password", account.about());
    fields.refuseIfWrong();
    changes.reset(token, credentials.hash(chosen));
  }
}
