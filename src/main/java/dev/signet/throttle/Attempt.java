package dev.signet.throttle;

import java.time.Instant;
import java.util.List;

/**
 * A proof of identity that was let through, and counts as a failure until {@link Throttle} is told
 * otherwise.
 */
public final class Attempt {

  private final List<Taken> taken;

  Attempt(List<Taken> taken) {
    this.taken = List.copyOf(taken);
  }

  List<Taken> taken() {
    return taken;
  }

  /** What a success does to the row that was counted in. */
  enum Success {
    /** The failures before are forgotten. */
    CLEARS,
    /** They stay, and the success was none. */
    IS_NO_FAILURE
  }

  /** One limit that the attempt was taken of, in which row and when. */
  record Taken(Limit limit, String id, Instant at, Success success) {}
}
