package dev.signet.account;

import dev.signet.audit.SecurityEvents;
import dev.signet.event.LoginFailed;
import dev.signet.event.LoginFailed.Because;
import dev.signet.hashing.PasswordHashes;
import dev.signet.input.Origin;
import dev.signet.platform.Secrets;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Signs people up and checks who they are. Hashing happens outside of any transaction. */
@ApplicationScoped
public class Credentials {

  @Inject Accounts accounts;
  @Inject PasswordHashes hashes;
  @Inject HashingPool pool;
  @Inject SecurityEvents events;

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
   * @throws dev.signet.problem.ProblemException {@link Problem#ACCOUNT_EXISTS}, or {@link
   *     Problem#BUSY}
   */
  public Account signUp(NewAccount asked) {
    return accounts.add(asked, hash(asked.password()).text());
  }

  /**
   * The account whose username or e-mail address and password these are. An unknown name costs the
   * same work as a wrong password, and gets the same answer.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT}, or {@link
   *     Problem#BUSY}
   */
  public Account authenticate(String identifier, String password, Origin origin) {
    Optional<Account> found = accounts.findByIdentifier(identifier);
    String stored = found.map(Account::passwordHash).filter(hashes::recognises).orElse(ofNobody);
    boolean right = pool.run(() -> hashes.verify(password, stored));
    Account account =
        found
            .filter(candidate -> right && candidate.isActive())
            .orElseThrow(() -> refusal(found, right, identifier, origin));
    if (hashes.needsRehash(stored)) {
      accounts.rehash(account, hash(password).text());
    }
    return account;
  }

  /**
   * The hash to store of a password.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#BUSY}
   */
  public Hash hash(String password) {
    return new Hash(pool.run(() -> hashes.hash(password)));
  }

  private ProblemException refusal(
      Optional<Account> found, boolean right, String identifier, Origin origin) {
    Because ofAccount = right ? Because.INACTIVE : Because.WRONG_PASSWORD;
    Because because = found.isPresent() ? ofAccount : Because.UNKNOWN_NAME;
    events.tell(LoginFailed.of(identifier, found.map(Account::id), because, origin));
    return Problem.NO_ACTIVE_ACCOUNT.refusal();
  }
}
