package dev.signet.origin;

import java.util.Optional;
import java.util.UUID;

/**
 * Who does something, and from where; of what nobody asked for, nothing.
 *
 * @param accountId whose token the request showed
 * @param sessionId of which session that token is
 */
public record Trace(Optional<Origin> origin, Optional<UUID> accountId, Optional<String> sessionId) {

  /** Of what happens by the clock. */
  public static final Trace OF_NOBODY =
      new Trace(Optional.empty(), Optional.empty(), Optional.empty());
}
