package dev.signet.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions of a kind last.
 *
 * @param idle how long one lasts without a refresh
 * @param absolute how long one lasts however often it is refreshed
 */
record SessionLimits(Duration idle, Duration absolute) {

  /** When a session that is opened now ends if nobody refreshes it. */
  Instant idleEnd(Instant now) {
    return now.plus(idle.compareTo(absolute) < 0 ? idle : absolute);
  }
}
