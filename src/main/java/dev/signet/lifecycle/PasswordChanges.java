package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.account.Accounts;
import dev.signet.account.Credentials;
import dev.signet.link.Links;
import dev.signet.link.OpenedLink;
import dev.signet.link.Purpose;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.revocation.EndReason;
import dev.signet.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives accounts other passwords, and ends what the one before had opened: sessions, codes, links,
 * and logins that are under way. Their owners are mailed.
 */
@ApplicationScoped
public class PasswordChanges {

  private static final Set<Purpose> RESET = Set.of(Purpose.RESET_PASSWORD);

  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject Links links;
  @Inject Notices notices;
  @Inject Clock clock;

  /**
   * Gives an account another password, and ends its sessions. A login that was let in by the
   * password before is refused, or ended with the rest.
   *
   * @param kept the session that the change was asked for in, which goes on; none where the
   *     password was forgotten
   * @return whether there is such an account
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean change(UUID id, Credentials.Hash hash, Optional<String> kept) {
    Optional<Account> account = accounts.lock(id);
    account.ifPresent(found -> change(found, hash, kept));
    return account.isPresent();
  }

  /**
   * The same at the wish of its owner.
   *
   * @param proven the account as it was when he gave the password it has
   * @param kept the session that he is in
   * @throws dev.signet.problem.ProblemException {@link Problem#PASSWORD_CHANGED} when it has
   *     another one by now
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void change(Account proven, Credentials.Hash hash, String kept) {
    Account account =
        accounts
            .lock(proven.id())
            .filter(found -> found.hasPasswordOf(proven))
            .orElseThrow(Problem.PASSWORD_CHANGED::refusal);
    change(account, hash, Optional.of(kept));
  }

  /**
   * The account of a link that lets somebody choose a password; nothing is changed.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#LINK_MALFORMED} or {@link
   *     Problem#LINK_EXPIRED}
   */
  public Account open(String token) {
    return accounts
        .find(links.open(token, RESET).accountId())
        .orElseThrow(Problem.LINK_EXPIRED::refusal);
  }

  /**
   * Spends a link that lets somebody choose a password. He has proven by it that the address is
   * his, so an account that waits for that may log in from now on.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#LINK_MALFORMED} or {@link
   *     Problem#LINK_EXPIRED}, also for an account that may not log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void reset(String token, Credentials.Hash hash) {
    OpenedLink link = links.open(token, RESET);
    Account account =
        accounts
            .lock(link.accountId())
            .filter(found -> !found.isDisabled() && found.hasEmail(link.email()))
            .orElseThrow(Problem.LINK_EXPIRED::refusal);
    links.spend(link);
    boolean proves = account.emailVerifiedAt().isEmpty();
    account.confirmEmail(clock.instant());
    exchange(account, hash, Optional.empty());
    if (proves) {
      notices.passwordResetAndEmailVerified(account);
    } else {
      notices.passwordChanged(account, Optional.empty());
    }
  }

  private void change(Account account, Credentials.Hash hash, Optional<String> kept) {
    exchange(account, hash, kept);
    notices.passwordChanged(account, kept);
  }

  private void exchange(Account account, Credentials.Hash hash, Optional<String> kept) {
    account.changePassword(hash, clock.instant());
    links.removeAll(account.id());
    kept.ifPresentOrElse(
        session -> sessions.endOthers(account, session, EndReason.PASSWORD_CHANGED),
        () -> sessions.endAll(account, EndReason.PASSWORD_CHANGED));
  }
}
