package dev.signet.revocation;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.time.Duration;

/**
 * How soon the end of tokens is known everywhere, and how long it is of use.
 *
 * @param tokenHorizon how long after a revocation some token that it concerns may still be
 *     unexpired
 * @param pollInterval how often a node reads what other nodes have revoked
 * @param maxStaleness how long a node goes on trusting tokens when it cannot read that
 */
public record RevocationSettings(
    Duration tokenHorizon, Duration pollInterval, Duration maxStaleness) {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** For clocks that differ, and for what is under way while something is revoked. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  public RevocationSettings {
    if (maxStaleness.compareTo(pollInterval) <= 0) {
      throw new CannotStart("signet.revocation.max-staleness must be longer than poll-interval.");
    }
  }

  public static RevocationSettings from(Settings settings) {
    return new RevocationSettings(
        tokenHorizon(settings),
        settings.duration("signet.revocation.poll-interval", Duration.ofMillis(100)),
        settings.duration("signet.revocation.max-staleness", SECOND));
  }

  private static Duration tokenHorizon(Settings settings) {
    Duration access = settings.duration("signet.token.access-lifetime", SECOND);
    Duration sliding = settings.duration("signet.sliding.lifetime", SECOND);
    Duration longest = access.compareTo(sliding) > 0 ? access : sliding;
    return longest.plus(settings.duration("signet.token.leeway", Duration.ZERO)).plus(SLACK);
  }
}
