package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.account.Accounts;
import dev.signet.account.IdentifierKey;
import dev.signet.input.Fields;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Changes what an account says of its owner. */
@ApplicationScoped
public class Profiles {

  @Inject Accounts accounts;

  /**
   * Gives the owner of an account another name, the one in the field {@code name}; it may be empty.
   *
   * @throws dev.signet.problem.FieldErrors for that field
   * @throws dev.signet.problem.ProblemException {@link Problem#USER_NOT_FOUND}
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public Account rename(UUID id, Fields fields) {
    String name = IdentifierKey.name(fields);
    fields.refuseIfWrong();
    Account account = accounts.lock(id).orElseThrow(Problem.USER_NOT_FOUND::refusal);
    account.rename(name);
    return account;
  }
}
