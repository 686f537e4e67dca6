package dev.signet.key;

import dev.signet.key.SigningKey.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * How the keys of an installation come and go. A key is published at least two rotations before it
 * signs, so that a rotation promotes one that every verifier knows already.
 */
final class KeyLifecycle {

  /** How many keys are published ahead of their use. */
  static final int AHEAD = 2;

  private KeyLifecycle() {}

  /** The keys with what was missing: one that signs, and enough ahead. */
  static List<SigningKey> completed(
      List<SigningKey> keys, Instant now, Supplier<SigningKey> generator) {
    List<SigningKey> complete = new ArrayList<>(keys);
    int wanted = in(State.ACTIVE, keys).isEmpty() ? AHEAD + 1 : AHEAD;
    for (int have = in(State.NEXT, keys).size(); have < wanted; have++) {
      complete.add(generator.get());
    }
    return wanted == AHEAD ? complete : promoted(complete, now);
  }

  /**
   * The oldest key of those ahead signs; the last signer stays for what it signed, for {@code
   * retention}.
   */
  static List<SigningKey> rotated(
      List<SigningKey> keys, Instant now, Duration retention, Supplier<SigningKey> generator) {
    List<SigningKey> kept =
        remembered(keys, now, retention).stream()
            .map(key -> key.state() == State.ACTIVE ? key.retired(now) : key)
            .toList();
    return completed(promoted(kept, now), now, generator);
  }

  /** The keys without those that were retired {@code retention} ago or before. */
  static List<SigningKey> remembered(List<SigningKey> keys, Instant now, Duration retention) {
    Instant forgotten = now.minus(retention);
    return keys.stream()
        .filter(key -> key.state() != State.RETIRED || key.since().isAfter(forgotten))
        .toList();
  }

  /** The key that signs. */
  static SigningKey signer(List<SigningKey> keys) {
    return in(State.ACTIVE, keys).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No signing key is active"));
  }

  /** Whether the active key has signed for {@code interval} or longer. */
  static boolean isDue(List<SigningKey> keys, Instant now, Duration interval) {
    return in(State.ACTIVE, keys).stream()
        .anyMatch(key -> !now.isBefore(key.since().plus(interval)));
  }

  private static List<SigningKey> promoted(List<SigningKey> keys, Instant now) {
    SigningKey oldest = in(State.NEXT, keys).get(0);
    return keys.stream().map(key -> key.equals(oldest) ? key.promoted(now) : key).toList();
  }

  private static List<SigningKey> in(State state, List<SigningKey> keys) {
    return keys.stream()
        .filter(key -> key.state() == state)
        .sorted(Comparator.comparing(SigningKey::since).thenComparing(SigningKey::kid))
        .toList();
  }
}
