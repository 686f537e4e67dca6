package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.account.AccountSettings;
import dev.signet.account.AccountSettings.Verification;
import dev.signet.account.Accounts;
import dev.signet.account.Credentials;
import dev.signet.account.NewAccount;
import dev.signet.link.Links;
import dev.signet.link.Purpose;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Adds the accounts of those who sign up, and mails what is to be mailed, in one transaction. */
@ApplicationScoped
class Enrolment {

  @Inject Accounts accounts;
  @Inject AccountSettings settings;
  @Inject Links links;
  @Inject Notices notices;
  @Inject Clock clock;

  @Transactional(dontRollbackOn = Refusal.class)
  Optional<Account> add(NewAccount asked, Credentials.Hash hash, Locale language) {
    Account account = Account.signedUp(asked, hash, settings, language, clock.instant());
    if (accounts.add(account)) {
      if (settings.verification() != Verification.NONE) {
        links.mail(account, Purpose.VERIFY_EMAIL, account.email());
      }
      notices.signedUp(account);
      return Optional.of(account).filter(Account::isActive);
    }
    if (settings.verification() != Verification.MANDATORY) {
      throw Problem.ACCOUNT_EXISTS.refusal();
    }
    accounts
        .findByIdentifier(asked.email())
        .ifPresentOrElse(owner -> addBeside(owner, account), () -> notices.usernameTaken(account));
    return Optional.empty();
  }

  /**
   * The owner of the address is mailed. An account that waits is not replaced: what he would prove
   * then might be a stranger's password. But neither does its link prove anything any more: he is
   * led to choose a password himself. A login with the username asked for is answered as if the
   * address had been free.
   */
  private void addBeside(Account owner, Account asked) {
    accounts
        .lock(owner.id())
        .filter(Account::isPending)
        .ifPresent(
            waiting -> {
              waiting.contest();
              links.remove(waiting.id(), Purpose.VERIFY_EMAIL);
            });
    notices.alreadyRegistered(owner);
    if (accounts.add(asked.beside())) {
      notices.signedUp(asked);
    }
  }
}
