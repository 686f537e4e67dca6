package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.account.Accounts;
import dev.signet.account.IdentifierKey;
import dev.signet.link.Links;
import dev.signet.link.Purpose;
import dev.signet.origin.Origin;
import dev.signet.problem.Problem;
import dev.signet.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Says of which account an address is, and gives accounts other ones. */
@ApplicationScoped
public class EmailAddresses {

  /** What a link is good for that proves an address. */
  static final Set<Purpose> PROOFS = Set.of(Purpose.VERIFY_EMAIL, Purpose.CHANGE_EMAIL);

  @Inject Links links;
  @Inject Accounts accounts;
  @Inject EmailChanges changes;
  @Inject Throttle throttle;

  /**
   * The account of a link that proves an address; nothing is changed.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#LINK_MALFORMED} or {@link
   *     Problem#LINK_EXPIRED}
   */
  public Account open(String token) {
    return accounts
        .find(links.open(token, PROOFS).accountId())
        .orElseThrow(Problem.LINK_EXPIRED::refusal);
  }

  /**
   * Spends a link that proves an address.
   *
   * @return the account where it had waited for that, and may log in from now on; empty for one
   *     that could log in before
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link
   *     Problem#LINK_MALFORMED}, {@link Problem#LINK_EXPIRED}, also for an account that may not log
   *     in, or {@link Problem#ACCOUNT_EXISTS} where another has taken the address meanwhile
   */
  public Optional<Account> confirm(String token, Origin origin) {
    throttle.link(origin);
    return again(() -> changes.confirm(token));
  }

  /**
   * Gives an account another address: at once where nobody proves addresses, and otherwise when the
   * link is opened that is mailed to it. An address that is taken is answered alike then, and its
   * owner is mailed.
   *
   * @param proven the account as it was when its owner gave the right password
   * @return whether the address is the account's now
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link
   *     Problem#PASSWORD_CHANGED} where the account is gone or has another password by now, or
   *     {@link Problem#ACCOUNT_EXISTS} where nothing must be proven
   */
  public boolean ask(Account proven, String email, Origin origin) {
    throttle.mail(Purpose.CHANGE_EMAIL.name(), IdentifierKey.of(email), origin);
    return again(() -> changes.ask(proven, email));
  }

  /** Of two that want one address at the same moment, one fails. Asked again, it hears why. */
  private static <T> T again(Supplier<T> change) {
    try {
      return change.get();
    } catch (PersistenceException tooLate) {
      return change.get();
    }
  }
}
