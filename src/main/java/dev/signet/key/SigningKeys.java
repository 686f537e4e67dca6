package dev.signet.key;

import dev.signet.database.Database;
import dev.signet.event.KeyRotated;
import dev.signet.platform.CannotStart;
import dev.signet.platform.SystemClock;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of the installation, which all nodes share: kept in the database, held in
 * memory.
 */
public final class SigningKeys {

  private static @Nullable SigningKeys ofProcess;

  private final SigningKeyTable table;
  private final KeyCipher cipher;
  private final Clock clock;
  private volatile List<SigningKey> keys;
  private volatile KeyRing ring;
  private volatile int changes;

  SigningKeys(Database database, Clock clock) {
    this.clock = clock;
    this.table = new SigningKeyTable(database.connections());
    this.cipher = new KeyCipher(database.secret());
    this.keys = atStart();
    this.ring = new KeyRing(keys, cipher);
  }

  /**
   * The keys of this process; the first start of an installation makes them.
   *
   * @throws CannotStart when the database cannot be used or the secret does not open them
   */
  public static synchronized SigningKeys ofProcess() {
    if (ofProcess == null) {
      ofProcess = new SigningKeys(Database.ofProcess(), SystemClock.MILLIS);
    }
    return ofProcess;
  }

  /**
   * How often the keys have changed since the start of the process; {@link #jwks()} shows them all.
   */
  public int changes() {
    return changes;
  }

  /** Every public key, as a JSON Web Key Set (RFC 7517 §5). */
  public String jwks() {
    return ring.jwks();
  }

  /**
   * Signs with the next key from now on, at once and without a restart. The last key stays good for
   * what it signed, for {@code retention}.
   *
   * @param events are told of it before it is so: no key signs that they could not be told of
   * @throws SQLException when the database cannot be used; then nothing has changed
   */
  public synchronized void rotate(Duration retention, Consumer<KeyRotated> events)
      throws SQLException {
    hold(table.change(before -> rotated(before, retention, events)));
  }

  /**
   * Learns what other nodes did, rotates when the active key has signed for {@code interval}, and
   * forgets the keys that were retired {@code retention} ago.
   */
  synchronized void keepUp(Duration interval, Duration retention, Consumer<KeyRotated> events)
      throws SQLException {
    hold(table.read());
    if (!remembered(keys, retention).equals(keys)) {
      hold(table.change(before -> remembered(before, retention)));
    }
    if (KeyLifecycle.isDue(keys, clock.instant(), interval)) {
      hold(table.change(ifStillDue(interval, before -> rotated(before, retention, events))));
    }
  }

  KeyRing ring() {
    return ring;
  }

  private List<SigningKey> atStart() {
    try {
      return table.change(
          before ->
              KeyLifecycle.completed(before, clock.instant(), this::generate).stream()
                  .map(key -> key.resealed(cipher))
                  .toList());
    } catch (SQLException unusable) {
      throw new CannotStart("The signing keys cannot be read: check the database.", unusable);
    }
  }

  private UnaryOperator<List<SigningKey>> ifStillDue(
      Duration interval, UnaryOperator<List<SigningKey>> change) {
    return before ->
        KeyLifecycle.isDue(before, clock.instant(), interval) ? change.apply(before) : before;
  }

  private List<SigningKey> rotated(
      List<SigningKey> before, Duration retention, Consumer<KeyRotated> events) {
    List<SigningKey> after =
        KeyLifecycle.rotated(before, clock.instant(), retention, this::generate);
    events.accept(new KeyRotated(KeyLifecycle.signer(after).kid()));
    return after;
  }

  private List<SigningKey> remembered(List<SigningKey> before, Duration retention) {
    return KeyLifecycle.remembered(before, clock.instant(), retention);
  }

  private SigningKey generate() {
    return SigningKey.generate(clock.instant(), cipher);
  }

  private synchronized void hold(List<SigningKey> latest) {
    if (!latest.equals(keys)) {
      ring = new KeyRing(latest, cipher);
      keys = latest;
      changes = changes + 1;
    }
  }
}
