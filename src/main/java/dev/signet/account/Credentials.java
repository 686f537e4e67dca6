package dev.signet.account;

import dev.signet.audit.SecurityEvents;
import dev.signet.event.LoginFailed;
import dev.signet.event.LoginFailed.Because;
import dev.signet.event.ReauthenticationFailed;
import dev.signet.hashing.HashingPool;
import dev.signet.hashing.PasswordHashes;
import dev.signet.origin.Origin;
import dev.signet.platform.Secrets;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.throttle.Attempt;
import dev.signet.throttle.Throttle;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks who people are, and hashes what they are to prove it by. Hashing happens outside of any
 * transaction.
 */
@ApplicationScoped
public class Credentials {

  @Inject Accounts accounts;
  @Inject PasswordHashes hashes;
  @Inject HashingPool pool;
  @Inject SecurityEvents events;
  @Inject Throttle throttle;

  private String ofNobody;

  /** The hash of a password, for a row: nothing else can be taken for one. */
  public static final class Hash {

    private final String text;

    Hash(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /**
   * What an unknown name's password is compared with, so that it takes as long as a known one's.
   */
  @PostConstruct
  void start() {
    ofNobody = hashes.hash(Secrets.identifier());
  }

  /**
   * The account whose username or e-mail address and password these are. An unknown name costs the
   * same work as a wrong password, and gets the same answer; so does an account that may not log
   * in.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link
   *     Problem#NO_ACTIVE_ACCOUNT}, or {@link Problem#BUSY}
   */
  public Account authenticate(String identifier, String password, Origin origin) {
    return authenticate(identifier, password, origin, inactive -> Problem.NO_ACTIVE_ACCOUNT);
  }

  /**
   * The same, but who has given the right password of an account that may not log in hears why.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link
   *     Problem#NO_ACTIVE_ACCOUNT}, {@link Problem#ACCOUNT_INACTIVE}, {@link
   *     Problem#EMAIL_NOT_VERIFIED}, or {@link Problem#BUSY}
   */
  public Account authenticateCandidly(String identifier, String password, Origin origin) {
    return authenticate(
        identifier,
        password,
        origin,
        inactive -> inactive.isPending() ? Problem.EMAIL_NOT_VERIFIED : Problem.ACCOUNT_INACTIVE);
  }

  private Account authenticate(
      String identifier, String password, Origin origin, Function<Account, Problem> ofInactive) {
    Optional<Account> found = accounts.findByIdentifier(identifier);
    Attempt attempt = throttle.login(IdentifierKey.of(identifier), found.map(Account::id), origin);
    String stored = found.map(Account::passwordHash).filter(hashes::recognises).orElse(ofNobody);
    boolean right = isRight(password, stored, attempt);
    Account account =
        found
            .filter(candidate -> right)
            .orElseThrow(
                () -> refusal(found, false, identifier, origin, Problem.NO_ACTIVE_ACCOUNT));
    if (!account.isActive()) {
      throw refusal(found, true, identifier, origin, ofInactive.apply(account));
    }
    throttle.succeeded(attempt);
    if (hashes.needsRehash(stored)) {
      accounts.rehash(account, hash(password).text());
    }
    return account;
  }

  /** What the device of an account that has logged in is to show from now on. */
  public String deviceAfter(Account account, Origin origin) {
    return throttle.deviceAfter(account.id(), origin);
  }

  /**
   * Whether this is the password of an account whose owner is logged in.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED} or {@link Problem#BUSY}
   */
  public boolean match(Account account, String password, Origin origin) {
    Attempt attempt = throttle.reauthentication(account.id(), origin);
    boolean right = isRight(password, account.passwordHash(), attempt);
    if (right) {
      throttle.succeeded(attempt);
    } else {
      events.tell(new ReauthenticationFailed(account.id()));
    }
    return right;
  }

  /**
   * The hash to store of a password.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#BUSY}
   */
  public Hash hash(String password) {
    return new Hash(pool.run(() -> hashes.hash(password)));
  }

  private boolean isRight(String password, String stored, Attempt attempt) {
    try {
      return pool.run(() -> hashes.verify(password, stored));
    } catch (ProblemException busy) {
      throttle.abandoned(attempt);
      throw busy;
    }
  }

  private ProblemException refusal(
      Optional<Account> found, boolean right, String identifier, Origin origin, Problem problem) {
    Because ofAccount = right ? Because.INACTIVE : Because.WRONG_PASSWORD;
    Because because = found.isPresent() ? ofAccount : Because.UNKNOWN_NAME;
    events.tell(LoginFailed.of(identifier, found.map(Account::id), because, origin));
    return problem.refusal();
  }
}
