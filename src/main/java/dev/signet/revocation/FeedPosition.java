package dev.signet.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.TreeSet;

/**
 * How far the feed of revocations has been read. Numbers are given out before their transactions
 * commit, so a number may appear after a later one: a gap is read again until it fills, or until a
 * revocation so old could concern no token any more.
 */
final class FeedPosition {

  private final Duration horizon;
  private final TreeSet<Long> seenAhead = new TreeSet<>();
  private final Deque<Reading> readings = new ArrayDeque<>();
  private long settled;

  FeedPosition(Duration horizon) {
    this.horizon = horizon;
  }

  private record Reading(Instant at, long highest) {}

  /** Everything up to this number is settled; the next reading begins behind it. */
  long settled() {
    return settled;
  }

  /** Takes note of the numbers that were found behind {@link #settled()}. */
  void read(Collection<Long> found, Instant now) {
    found.stream().filter(seq -> seq > settled).forEach(seenAhead::add);
    if (!seenAhead.isEmpty()) {
      readings.add(new Reading(now, seenAhead.last()));
    }
    settleWithoutGap();
    settleByAge(now);
    seenAhead.headSet(settled, true).clear();
  }

  private void settleWithoutGap() {
    while (seenAhead.contains(settled + 1)) {
      settled++;
    }
  }

  private void settleByAge(Instant now) {
    while (!readings.isEmpty()) {
      Reading oldest = readings.peek();
      boolean old = !now.isBefore(oldest.at().plus(horizon));
      if (!old && oldest.highest() > settled) {
        return;
      }
      settled = Math.max(settled, oldest.highest());
      readings.remove();
    }
  }
}
