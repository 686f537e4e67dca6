package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.account.Accounts;
import dev.signet.account.LoginPolicy;
import dev.signet.audit.SecurityEvents;
import dev.signet.event.AccountEvent;
import dev.signet.event.AccountEvent.AccountDeleted;
import dev.signet.event.AccountEvent.AccountDisabled;
import dev.signet.event.AccountEvent.AccountEnabled;
import dev.signet.event.AccountEvent.RolesChanged;
import dev.signet.platform.Refusal;
import dev.signet.revocation.EndReason;
import dev.signet.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Changes an account, and in the same transaction ends what it was good for: every node knows
 * within the poll interval. Logins to the account, and changes of it, wait for each other; a
 * refresh that comes first is undone by what ends its session. Code in the same deployment may
 * inject and call it.
 */
@ApplicationScoped
public class AccountChanges {

  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject LoginPolicy policy;
  @Inject SecurityEvents events;

  /**
   * Lets an account log in no more, and ends its sessions where the settings have it so. Returns
   * whether there is such an account.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean disable(UUID id) {
    return change(
        id,
        account -> {
          account.disable();
          if (!policy.mayUse(account)) {
            sessions.endAll(account, EndReason.ACCOUNT_DISABLED);
          }
          return new AccountDisabled(id);
        });
  }

  /** Lets an account log in again; what was ended stays so. Returns whether there is such a one. */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean enable(UUID id) {
    return change(
        id,
        account -> {
          account.enable();
          return new AccountEnabled(id);
        });
  }

  /** Removes an account and its sessions. Returns whether there was such a one. */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean delete(UUID id) {
    return change(
        id,
        account -> {
          sessions.endAll(account, EndReason.ACCOUNT_DELETED);
          accounts.remove(account);
          return new AccountDeleted(id);
        });
  }

  /**
   * Gives an account these roles and no others. Its sessions go on; access tokens with a role that
   * it no longer has are refused, and the next refresh gives one without. Returns whether there is
   * such an account.
   *
   * @throws IllegalArgumentException where one of them is blank or has a space in it
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean changeRoles(UUID id, Set<String> roles) {
    return change(
        id,
        account -> {
          Set<String> before = account.roles();
          if (account.give(roles)) {
            sessions.outdateTokens(account, EndReason.ROLES_CHANGED);
          }
          return new RolesChanged(id, before, roles);
        });
  }

  /** Tells last: the row of the audit is what everybody waits for. */
  private boolean change(UUID id, Function<Account, AccountEvent> change) {
    Optional<Account> found = accounts.lock(id);
    found.map(change).ifPresent(events::tell);
    return found.isPresent();
  }
}
