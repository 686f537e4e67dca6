package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.platform.TestSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionSettingsTest {

  @Test
  void haveDefaults() {
    assertThat(SessionSettings.from(TestSettings.shipped()))
        .isEqualTo(
            new SessionSettings(
                Map.of(
                    SessionKind.API,
                    new SessionLimits(Duration.ofDays(1), Duration.ofDays(30)),
                    SessionKind.SLIDING,
                    new SessionLimits(Duration.ofDays(1), Duration.ofDays(30)),
                    SessionKind.CLIENT,
                    new SessionLimits(Duration.ofDays(1), Duration.ofDays(30)),
                    SessionKind.OFFLINE,
                    new SessionLimits(Duration.ofDays(30), Duration.ofDays(180)),
                    SessionKind.BROWSER,
                    new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12)),
                    SessionKind.REMEMBERED,
                    new SessionLimits(Duration.ofDays(14), Duration.ofDays(30))),
                Duration.ofSeconds(10),
                1000));
    assertThat(Purge.Pace.from(TestSettings.shipped()))
        .isEqualTo(new Purge.Pace(Duration.ofHours(1), 1000, Duration.ofMinutes(6)));
  }

  @ParameterizedTest
  @CsvSource({
    "signet.token.refresh-lifetime, PT1S, PT0.999S",
    "signet.session.absolute-lifetime, PT1S, PT0.999S",
    "signet.session.rotation-grace, PT0S, PT-0.001S",
    "signet.sliding.refresh-lifetime, PT1S, PT0.999S",
    "signet.session.browser.idle-lifetime, PT1S, PT0.999S",
    "signet.session.browser.absolute-lifetime, PT1S, PT0.999S",
    "signet.session.remembered.idle-lifetime, PT1S, PT0.999S",
    "signet.session.remembered.absolute-lifetime, PT1S, PT0.999S",
    "signet.session.offline.idle-lifetime, PT1S, PT0.999S",
    "signet.session.offline.absolute-lifetime, PT1S, PT0.999S",
    "signet.session.max-per-account, 1, 0",
  })
  void endAtTheirMinimum(String key, String least, String less) {
    assertThat(SessionSettings.from(TestSettings.with(key, least))).isNotNull();
    Settings wrong = TestSettings.with(key, less);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> SessionSettings.from(wrong))
        .withMessageStartingWith(key + " is wrong");
  }

  @ParameterizedTest
  @CsvSource({"signet.purge.interval, PT1S, PT0.999S", "signet.purge.batch, 1, 0"})
  void ofThePurgeEndAtTheirMinimum(String key, String least, String less) {
    assertThat(Purge.Pace.from(TestSettings.with(key, least))).isNotNull();
    Settings wrong = TestSettings.with(key, less);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> Purge.Pace.from(wrong))
        .withMessageStartingWith(key + " is wrong");
  }
}
