package dev.signet.authorization;

import dev.signet.platform.Settings;
import java.time.Duration;

/**
 * How long codes are good and remembered.
 *
 * @param lifetime how long one is good for
 * @param remembered how long after that a second use is known as one
 * @param purgeInterval how often old ones are removed
 * @param purgeBatch how many rows a transaction removes
 */
public record CodeSettings(
    Duration lifetime, Duration remembered, Duration purgeInterval, int purgeBatch) {

  /** RFC 6749 §4.1.2. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** How long a second use is known as one, and ends what came of the first. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  public static CodeSettings from(Settings settings) {
    Duration lifetime = settings.duration("signet.oidc.code-lifetime", Duration.ofSeconds(1));
    if (lifetime.compareTo(LONGEST) > 0) {
      throw Settings.wrong("signet.oidc.code-lifetime", "a duration of at most " + LONGEST);
    }
    return new CodeSettings(
        lifetime,
        REMEMBERED,
        settings.duration("signet.purge.interval", Duration.ofSeconds(1)),
        settings.number("signet.purge.batch", 1));
  }
}
