package dev.signet.session;

import dev.signet.platform.Settings;
import dev.signet.revocation.RevocationSettings;
import java.time.Duration;

/**
 * How rows are removed that no token can name any more.
 *
 * @param interval how often that is done
 * @param batch how many rows a transaction removes
 * @param tokenHorizon how long some access token may outlive its session
 */
record PurgeSettings(Duration interval, int batch, Duration tokenHorizon) {

  static PurgeSettings from(Settings settings) {
    return new PurgeSettings(
        settings.duration("signet.purge.interval", Duration.ofSeconds(1)),
        settings.number("signet.purge.batch", 1),
        RevocationSettings.from(settings).tokenHorizon());
  }
}
