package dev.signet.session;

import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How long sessions last, and how many an account may have.
 *
 * @param limits how long those of each kind last
 * @param rotationGrace how long after a refresh its answer is given again to who asks with the same
 *     token
 * @param mostOfAccount how many may be alive at the same time: one more ends the one longest unused
 */
public record SessionSettings(
    Map<SessionKind, SessionLimits> limits, Duration rotationGrace, int mostOfAccount) {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String ABSOLUTE = "signet.session.absolute-lifetime";

  public SessionSettings {
    limits = Map.copyOf(limits);
  }

  public static SessionSettings from(Settings settings) {
    return new SessionSettings(
        Map.of(
            SessionKind.API,
            limits(settings, "signet.token.refresh-lifetime", ABSOLUTE),
            SessionKind.SLIDING,
            limits(settings, "signet.sliding.refresh-lifetime", ABSOLUTE),
            SessionKind.CLIENT,
            limits(settings, "signet.token.refresh-lifetime", ABSOLUTE),
            SessionKind.OFFLINE,
            limits(
                settings,
                "signet.session.offline.idle-lifetime",
                "signet.session.offline.absolute-lifetime"),
            SessionKind.BROWSER,
            limits(
                settings,
                "signet.session.browser.idle-lifetime",
                "signet.session.browser.absolute-lifetime"),
            SessionKind.REMEMBERED,
            limits(
                settings,
                "signet.session.remembered.idle-lifetime",
                "signet.session.remembered.absolute-lifetime")),
        settings.duration("signet.session.rotation-grace", Duration.ZERO),
        settings.number("signet.session.max-per-account", 1));
  }

  SessionLimits of(SessionKind kind) {
    return Objects.requireNonNull(limits.get(kind));
  }

  private static SessionLimits limits(Settings settings, String idle, String absolute) {
    return new SessionLimits(settings.duration(idle, SECOND), settings.duration(absolute, SECOND));
  }
}
