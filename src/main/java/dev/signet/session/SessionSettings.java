package dev.signet.session;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.time.Duration;

/**
 * How long sessions last, and how soon their end is known everywhere.
 *
 * @param refreshLifetime how long a refresh token is good for: a session that is not refreshed ends
 *     then
 * @param absoluteLifetime how long a session lasts at most, however often it is refreshed
 * @param rotationGrace how long after a refresh its answer is given again to who asks with the same
 *     token
 * @param accessLifetime how long an access token may outlive its session where no node knows of its
 *     end
 * @param leeway how far the clocks of nodes may differ
 * @param pollInterval how often a node reads what other nodes have revoked
 * @param maxStaleness how long a node goes on trusting tokens when it cannot read that
 */
public record SessionSettings(
    Duration refreshLifetime,
    Duration absoluteLifetime,
    Duration rotationGrace,
    Duration accessLifetime,
    Duration leeway,
    Duration pollInterval,
    Duration maxStaleness) {

  private static final Duration SECOND = Duration.ofSeconds(1);

  public SessionSettings {
    if (maxStaleness.compareTo(pollInterval) <= 0) {
      throw new CannotStart("signet.revocation.max-staleness must be longer than poll-interval.");
    }
  }

  /** How long after a revocation some token that it concerns may still be unexpired. */
  Duration tokenHorizon() {
    return accessLifetime.plus(leeway);
  }

  public static SessionSettings from(Settings settings) {
    return new SessionSettings(
        settings.duration("signet.token.refresh-lifetime", SECOND),
        settings.duration("signet.session.absolute-lifetime", SECOND),
        settings.duration("signet.session.rotation-grace", Duration.ZERO),
        settings.duration("signet.token.access-lifetime", SECOND),
        settings.duration("signet.token.leeway", Duration.ZERO),
        settings.duration("signet.revocation.poll-interval", Duration.ofMillis(100)),
        settings.duration("signet.revocation.max-staleness", SECOND));
  }
}
