package dev.signet.account;

import dev.signet.audit.LoginFailed;
import dev.signet.audit.SecurityEvents;
import dev.signet.hashing.PasswordHashes;
import dev.signet.input.Origin;
import dev.signet.platform.Secrets;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.throttle.Attempt;
import dev.signet.throttle.Throttle;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Signs people up and checks who they are. Hashing happens outside of any transaction. */
@ApplicationScoped
public class Credentials {

  private static final System.Logger LOG = System.getLogger(Credentials.class.getName());

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
   * Adds the account that somebody asks for.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link
   *     Problem#ACCOUNT_EXISTS}, or {@link Problem#BUSY}
   */
  public Account signUp(NewAccount asked, Origin origin) {
    throttle.signup(origin);
    Account account = accounts.add(asked, hash(asked.password()).text());
    LOG.log(System.Logger.Level.INFO, "Account {0} signed up", account.id());
    return account;
  }

  /**
   * The account whose username or e-mail address and password these are. An unknown name costs the
   * same work as a wrong password, and gets the same answer.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link
   *     Problem#NO_ACTIVE_ACCOUNT}, or {@link Problem#BUSY}
   */
  public Account authenticate(String identifier, String password, Origin origin) {
    Optional<Account> found = accounts.findByIdentifier(identifier);
    Attempt attempt = throttle.login(IdentifierKey.of(identifier), found.map(Account::id), origin);
    String stored = found.map(Account::passwordHash).filter(hashes::recognises).orElse(ofNobody);
    boolean right = isRight(password, stored, attempt);
    Account account =
        found
            .filter(candidate -> right && candidate.isActive())
            .orElseThrow(() -> refusal(found, identifier, origin));
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

  private ProblemException refusal(Optional<Account> found, String identifier, Origin origin) {
    events.tell(LoginFailed.of(identifier, origin));
    LOG.log(
        System.Logger.Level.INFO,
        "Login refused: account {0}",
        found.map(account -> account.id().toString()).orElse("unknown"));
    return Problem.NO_ACTIVE_ACCOUNT.refusal();
  }
}
