package dev.signet.key;

import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long a key signs and how long it is kept.
 *
 * @param pollInterval how often a node looks whether another has rotated, far shorter than a key is
 *     published ahead
 * @param rotationInterval how long a key signs before the next one does
 * @param retention how long a key is kept after it has signed its last token
 */
public record KeySettings(Duration pollInterval, Duration rotationInterval, Duration retention) {

  /** The shortest retention: no ID token may be good for longer. */
  public static final Duration LEAST_RETENTION = Duration.ofDays(1);

  public static KeySettings from(Settings settings) {
    settings.choice("signet.key.algorithm", Set.of("RS256"));
    return new KeySettings(
        settings.duration("signet.key.poll-interval", Duration.ofMillis(100)),
        settings.duration("signet.key.rotation-interval", Duration.ofMinutes(10)),
        settings.duration("signet.key.retention", longestUse(settings)));
  }

  /**
   * A sliding token is verified until it has expired and can be refreshed no more; an ID token for
   * as long as its client may have it.
   */
  private static Duration longestUse(Settings settings) {
    Duration leeway = settings.duration("signet.token.leeway", Duration.ZERO);
    Stream<Duration> lifetimes =
        Stream.of(
                "signet.token.access-lifetime",
                "signet.sliding.lifetime",
                "signet.sliding.refresh-lifetime")
            .map(key -> settings.duration(key, Duration.ZERO));
    return Stream.concat(Stream.of(LEAST_RETENTION), lifetimes)
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .plus(leeway);
  }
}
