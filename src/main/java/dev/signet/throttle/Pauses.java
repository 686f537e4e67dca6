package dev.signet.throttle;

import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * Some failures in a row are free; after each further one the next attempt waits twice as long as
 * the last. An attempt is a failure until it is given back or the row is removed.
 *
 * @param free how many failures have no pause after them, but the last of them
 * @param first the shortest pause
 * @param longest the longest
 */
record Pauses(int free, Duration first, Duration longest) implements Limit {

  /** NIST SP 800-63B-4 §3.2.2 has no use for more. */
  private static final int MOST_FREE = 100;

  /** As the settings below a prefix say it; none where the number of failures is {@code off}. */
  static Optional<Pauses> of(Settings settings, String prefix) {
    Duration first = settings.duration(prefix + ".first-pause", Duration.ofMillis(1));
    Duration longest = settings.duration(prefix + ".longest-pause", first);
    if (settings.text(prefix + ".failures").equals("off")) {
      return Optional.empty();
    }
    int free = settings.number(prefix + ".failures", 1);
    if (free > MOST_FREE) {
      throw Settings.wrong(prefix + ".failures", "at most " + MOST_FREE + ", or off");
    }
    return Optional.of(new Pauses(free, first, longest));
  }

  @Override
  public String take() {
    return """
    update throttle set failures = failures + 1, paused_until = %s, expires_at = :now + %d
    where paused_until <= :now and expires_at > :now and id = :id\
    """
        .formatted(endOfPauseAfter("failures + 1"), memory());
  }

  @Override
  public String begin() {
    return """
    insert into throttle (failures, paused_until, expires_at, id)
    values (1, %s, :now + %d, :id) on conflict do nothing\
    """
        .formatted(endOfPauseAfter("1"), memory());
  }

  /** The pause ends with the attempt that it was for, unless another has begun since. */
  @Override
  public String giveBack() {
    return """
    update throttle set failures = failures - 1,
      paused_until = case when paused_until = %s then 0 else paused_until end
    where failures > 0 and id = :id\
    """
        .formatted(endOfPauseAfter("failures"));
  }

  @Override
  public long readyAt(Row row) {
    return row.pausedUntil();
  }

  /** So long that to wait until all is forgotten gains nothing over the longest pauses. */
  private long memory() {
    return longest.toMillis() * (free + 1);
  }

  /** None is no time at all: those that come at once read different clocks. */
  private String endOfPauseAfter(String failures) {
    return "case when %1$s < %2$d then 0 else :now + least(%3$d, %4$d * %5$s) end"
        .formatted(
            failures,
            free,
            longest.toMillis(),
            first.toMillis(),
            "cast(power(2, least(%s - %d, %d)) as bigint)".formatted(failures, free, doublings()));
  }

  /** No fewer than it takes to reach the longest pause, and not so many that numbers run over. */
  private int doublings() {
    return Long.SIZE - Long.numberOfLeadingZeros(longest.toMillis() / first.toMillis());
  }
}
