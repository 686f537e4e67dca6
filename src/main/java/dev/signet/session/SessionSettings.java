package dev.signet.session;

import dev.signet.platform.Settings;
import dev.signet.revocation.RevocationSettings;
import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param refreshLifetime how long a refresh token is good for: a session that is not refreshed ends
 *     then
 * @param slidingLifetime how long a session of sliding tokens lasts
 * @param absoluteLifetime how long a session lasts at most, however often it is refreshed
 * @param rotationGrace how long after a refresh its answer is given again to who asks with the same
 *     token
 * @param tokenHorizon how long some access token may outlive its session
 * @param purgeInterval how often rows are removed that no token can name any more
 * @param purgeBatch how many of them a transaction removes
 */
public record SessionSettings(
    Duration refreshLifetime,
    Duration slidingLifetime,
    Duration absoluteLifetime,
    Duration rotationGrace,
    Duration tokenHorizon,
    Duration purgeInterval,
    int purgeBatch) {

  private static final Duration SECOND = Duration.ofSeconds(1);

  public static SessionSettings from(Settings settings) {
    return new SessionSettings(
        settings.duration("signet.token.refresh-lifetime", SECOND),
        settings.duration("signet.sliding.refresh-lifetime", SECOND),
        settings.duration("signet.session.absolute-lifetime", SECOND),
        settings.duration("signet.session.rotation-grace", Duration.ZERO),
        RevocationSettings.from(settings).tokenHorizon(),
        settings.duration("signet.purge.interval", SECOND),
        settings.number("signet.purge.batch", 1));
  }
}
