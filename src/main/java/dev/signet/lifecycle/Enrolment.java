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
    boolean added = accounts.add(account);
    if (!added) {
      refuse(account);
      return Optional.empty();
    }
    if (settings.verification() != Verification.NONE) {
      links.mail(account, Purpose.VERIFY_EMAIL, account.email());
    }
    notices.signedUp(account);
    return Optional.of(account).filter(Account::isActive);
  }

  /**
   * An account that waits for its address to be proven is not replaced: what the owner of the
   * address would prove then is a stranger's password. He is led to choose one himself.
   */
  private void refuse(Account asked) {
    if (settings.verification() != Verification.MANDATORY) {
      throw Problem.ACCOUNT_EXISTS.refusal();
    }
    accounts
        .findByIdentifier(asked.email())
        .ifPresentOrElse(notices::alreadyRegistered, () -> notices.usernameTaken(asked));
  }
}
