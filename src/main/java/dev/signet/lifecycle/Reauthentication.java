package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.account.Credentials;
import dev.signet.account.LoginPolicy;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.FieldErrors;
import dev.signet.problem.Problem;
import dev.signet.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Has the caller prove once more who he is, before what a stolen token must not do (ASVS 5.0
 * 7.5.1).
 */
@ApplicationScoped
public class Reauthentication {

  @Inject Caller caller;
  @Inject LoginPolicy policy;
  @Inject Credentials credentials;
  @Inject RequestOrigin origin;

  /**
   * The caller's account, before he has proven anything but a token.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#USER_NOT_FOUND} or {@link
   *     Problem#USER_INACTIVE}
   */
  public Account account() {
    return policy.usable(caller.required().accountId());
  }

  /**
   * Refuses him where this is not the password of his account.
   *
   * @param field the one that he gave it in
   * @throws FieldErrors for that field
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED} or {@link Problem#BUSY}
   */
  public void require(Account account, String field, String password) {
    if (!credentials.match(account, password, origin.origin())) {
      throw FieldErrors.of(field, "password_wrong");
    }
  }
}
