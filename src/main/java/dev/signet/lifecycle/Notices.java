package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.link.LinkSettings;
import dev.signet.mail.Letter;
import dev.signet.mail.Letter.Template;
import dev.signet.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Mails to the owners of accounts what happens to these, in the transaction in which it does. */
@ApplicationScoped
class Notices {

  @Inject Mails mails;
  @Inject LinkSettings links;

  /** The password is another now (ASVS 6.3.7). */
  void passwordChanged(Account account) {
    mails.add(
        new Letter(
            account.email(),
            account.language(),
            Template.PASSWORD_CHANGED,
            Map.of("name", account.name())));
  }

  /** The address is another now; said to the old one and to the new one. */
  void emailChanged(Account account, String address) {
    mails.add(
        new Letter(
            address, account.language(), Template.EMAIL_CHANGED, Map.of("name", account.name())));
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
    mails.add(
        new Letter(
            asked.email(),
            asked.language(),
            Template.USERNAME_TAKEN,
            Map.of("name", asked.name(), "link", links.page("/signup"))));
  }
}
