package dev.signet.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Which accounts may log in, refresh, and use what is protected. */
@ApplicationScoped
public class LoginPolicy {

  @Inject AccountSettings settings;
  @Inject @Any Instance<LoginRule> rules;

  /** Whether an account may open a session. */
  public boolean mayLogIn(Account account) {
    return account.isActive() && rulesAllow(account);
  }

  /** Whether an account may refresh the tokens of a session. */
  public boolean mayRefresh(Account account) {
    return mayUse(account) && rulesAllow(account);
  }

  /** Whether an account may use the tokens it has. */
  public boolean mayUse(Account account) {
    return account.isActive() || !settings.checkActive();
  }

  /** The states in which an account may use the tokens it has, as they stand in its row. */
  public String stateBesideActive() {
    return (settings.checkActive() ? Account.State.ACTIVE : Account.State.DISABLED).name();
  }

  private boolean rulesAllow(Account account) {
    return rules.stream().allMatch(rule -> rule.allows(account));
  }
}
