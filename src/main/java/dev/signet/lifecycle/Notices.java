package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.audit.SecurityEvents;
import dev.signet.event.AccountEvent;
import dev.signet.event.AccountEvent.EmailChanged;
import dev.signet.event.AccountEvent.EmailVerified;
import dev.signet.event.AccountEvent.PasswordChanged;
import dev.signet.event.AccountEvent.PasswordReset;
import dev.signet.event.AccountEvent.SignedUp;
import dev.signet.link.LinkSettings;
import dev.signet.mail.Letter;
import dev.signet.mail.Letter.Template;
import dev.signet.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mails to the owners of accounts what happens to these, and tells the audit, in the transaction in
 * which it does. What tells the audit is to be called last.
 */
@ApplicationScoped
class Notices {

  @Inject Mails mails;
  @Inject LinkSettings links;
  @Inject SecurityEvents events;

  /** Somebody has signed up. */
  void signedUp(Account account) {
    events.tell(new SignedUp(account.id()));
  }

  /** The address is known to be the owner's. */
  void emailVerified(Account account) {
    events.tell(new EmailVerified(account.id()));
  }

  /** The address is another now; said to the old one and to the new one. */
  void emailChanged(Account account, String before) {
    mail(account, before, Template.EMAIL_CHANGED);
    mail(account, account.email(), Template.EMAIL_CHANGED);
    events.tell(new EmailChanged(account.id()));
  }

  /**
   * The password is another now (ASVS 5.0 6.3.7).
   *
   * @param kept the session that goes on, where one does
   */
  void passwordChanged(Account account, Optional<String> kept) {
    mail(account, account.email(), Template.PASSWORD_CHANGED);
    events.tell(
        kept.<AccountEvent>map(session -> new PasswordChanged(account.id(), session))
            .orElseGet(() -> new PasswordReset(account.id())));
  }

  /** The same, and the address is known to be the owner's by that. */
  void passwordResetAndEmailVerified(Account account) {
    mail(account, account.email(), Template.PASSWORD_CHANGED);
    events.tellAll(List.of(new PasswordReset(account.id()), new EmailVerified(account.id())));
  }

  /** Somebody has asked for an account with the address that this one has. */
  void alreadyRegistered(Account account) {
    mails.add(
        new Letter(
            account.email(),
            account.language(),
            Template.ALREADY_REGISTERED,
            Map.of("name", account.name(), "link", links.page("/forgot-password"))));
  }

  /** Somebody has asked for an account with a username that another account has. */
  void usernameTaken(Account asked) {
    mail(asked, asked.email(), Template.USERNAME_TAKEN);
  }

  private void mail(Account account, String address, Template template) {
    mails.add(new Letter(address, account.language(), template, Map.of("name", account.name())));
  }
}
