package dev.signet.account;

import dev.signet.audit.SecurityEvents;
import dev.signet.event.LoginFailed;
import dev.signet.event.LoginFailed.Because;
import dev.signet.origin.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Which accounts may log in, refresh, and use what is protected, and what a login leaves. */
@ApplicationScoped
public class LoginPolicy {

  @Inject AccountSettings settings;
  @Inject @Any Instance<LoginRule> rules;
  @Inject Accounts accounts;
  @Inject SecurityEvents events;
  @Inject Clock clock;

  /**
   * Lets an account that has proven who it is open a session, and writes the time where that is
   * wanted. Until the transaction ends nobody else logs in to the account or changes it.
   *
   * @param proven the account as it was when it proved that
   * @return the account as it is now
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when it is gone,
   *     is inactive or has another password by now, or a rule says no
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public Account admit(Account proven, Origin origin) {
    Account account =
        accounts
            .lock(proven.id())
            .filter(now -> now.hasPasswordOf(proven) && mayLogIn(now))
            .orElseThrow(() -> refusal(proven, origin));
    if (settings.updateLastLogin()) {
      account.loggedIn(clock.instant());
    }
    return account;
  }

  /**
   * Lets an account that is logged in open a further session by that login. That is none of its
   * own: no time is written, and a refusal is no login that has failed. Until the transaction ends
   * nobody else logs in to the account or changes it.
   *
   * @return the account as it is now
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when it is gone
   *     or is inactive, or a rule says no
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public Account readmit(UUID id) {
    return accounts.lock(id).filter(this::mayLogIn).orElseThrow(Problem.NO_ACTIVE_ACCOUNT::refusal);
  }

  /** Whether {@link #readmit} would let it do so now. */
  public boolean wouldReadmit(UUID id) {
    return accounts.find(id).filter(this::mayLogIn).isPresent();
  }

  private boolean mayLogIn(Account account) {
    return account.isActive() && rulesAllow(account);
  }

  /**
   * The account of a token, as it is now.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#USER_NOT_FOUND}, or {@link
   *     Problem#USER_INACTIVE} when it may not use the token
   */
  public Account usable(UUID id) {
    Account account = accounts.find(id).orElseThrow(Problem.USER_NOT_FOUND::refusal);
    if (!mayUse(account)) {
      throw Problem.USER_INACTIVE.refusal();
    }
    return account;
  }

  /** Whether an account may refresh the tokens of a session. */
  public boolean mayRefresh(Account account) {
    return mayUse(account) && rulesAllow(account);
  }

  /** Whether an account may use the tokens it has. */
  public boolean mayUse(Account account) {
    return account.isActive() || (account.isDisabled() && !settings.checkActive());
  }

  /** The states in which an account may use the tokens it has, as they stand in its row. */
  public String stateBesideActive() {
    return (settings.checkActive() ? AccountState.ACTIVE : AccountState.DISABLED).name();
  }

  private ProblemException refusal(Account account, Origin origin) {
    events.tell(
        LoginFailed.of(
            account.username(), Optional.of(account.id()), Because.NOT_ADMITTED, origin));
    return Problem.NO_ACTIVE_ACCOUNT.refusal();
  }

  private boolean rulesAllow(Account account) {
    return rules.stream().allMatch(rule -> rule.allows(account));
  }
}
