package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.account.AccountSettings;
import dev.signet.account.AccountSettings.Verification;
import dev.signet.account.Accounts;
import dev.signet.link.Links;
import dev.signet.link.OpenedLink;
import dev.signet.link.Purpose;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * What {@link EmailAddresses} does, a transaction each. Where somebody signs up with an address at
 * the very moment at which an account is given it, {@link jakarta.persistence.PersistenceException}
 * is thrown.
 */
@ApplicationScoped
class EmailChanges {

  @Inject Accounts accounts;
  @Inject AccountSettings settings;
  @Inject Links links;
  @Inject Notices notices;
  @Inject Clock clock;

  @Transactional(dontRollbackOn = Refusal.class)
  Optional<Account> confirm(String token) {
    OpenedLink link = links.open(token, EmailAddresses.PROOFS);
    Account account =
        accounts
            .lock(link.accountId())
            .filter(found -> !found.isDisabled())
            .orElseThrow(Problem.LINK_EXPIRED::refusal);
    links.spend(link);
    if (link.purpose() == Purpose.CHANGE_EMAIL) {
      change(account, link.email(), true);
      return Optional.empty();
    }
    if (!account.hasEmail(link.email())) {
      throw Problem.LINK_EXPIRED.refusal();
    }
    boolean activated = account.confirmEmail(clock.instant());
    notices.emailVerified(account);
    return Optional.of(account).filter(mayLogIn -> activated);
  }

  @Transactional(dontRollbackOn = Refusal.class)
  boolean ask(Account proven, String email) {
    Account account =
        accounts
            .lock(proven.id())
            .filter(found -> found.hasPasswordOf(proven))
            .orElseThrow(Problem.PASSWORD_CHANGED::refusal);
    if (settings.verification() == Verification.NONE) {
      change(account, email, false);
      return true;
    }
    accounts
        .findByIdentifier(email)
        .filter(owner -> !owner.id().equals(account.id()))
        .ifPresentOrElse(
            owner -> {
              links.remove(account.id(), Purpose.CHANGE_EMAIL);
              notices.alreadyRegistered(owner);
            },
            () -> links.mail(account, Purpose.CHANGE_EMAIL, email));
    return false;
  }

  /** What was mailed to the old address is good no more: its owner may be another person. */
  private void change(Account account, String email, boolean proven) {
    String before = account.email();
    if (accounts
        .findByIdentifier(email)
        .filter(owner -> !owner.id().equals(account.id()))
        .isPresent()) {
      throw Problem.ACCOUNT_EXISTS.refusal();
    }
    account.changeEmail(email, Optional.of(clock.instant()).filter(now -> proven));
    accounts.store();
    links.removeAll(account.id());
    notices.emailChanged(account, before);
  }
}
