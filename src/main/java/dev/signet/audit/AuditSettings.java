package dev.signet.audit;

import dev.signet.platform.Settings;
import java.time.Duration;

/**
 * How long the audit remembers.
 *
 * @param retention how long a record is kept
 * @param interval how often older ones are removed
 * @param batch how many of them a transaction removes
 */
public record AuditSettings(Duration retention, Duration interval, int batch) {

  private static final Duration SECOND = Duration.ofSeconds(1);

  public static AuditSettings from(Settings settings) {
    return new AuditSettings(
        settings.duration("signet.audit.retention", SECOND),
        settings.duration("signet.purge.interval", SECOND),
        settings.number("signet.purge.batch", 1));
  }
}
