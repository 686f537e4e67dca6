package dev.signet.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleSettingsTest {

  @Test
  void areLimitsByDefault() {
    ThrottleSettings settings = ThrottleSettings.from(TestSettings.shipped());

    assertThat(settings.login())
        .contains(new Pauses(10, Duration.ofSeconds(1), Duration.ofMinutes(15)));
    assertThat(settings.loginPerIp()).contains(new Rate(100, Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "/PT10M",
        "30/",
        "0/PT10M",
        "-1/PT10M",
        "30/10M",
        "30/PT0S",
        "30/PT-10M",
        "1001/PT1S",
        "1/P367D",
        "30 / PT10M",
        "OFF",
        "9999999/P1D",
        "1/PT99999999999999999999H"
      })
  void mustSayARate(String value) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () -> ThrottleSettings.from(TestSettings.with("signet.throttle.link.per-ip", value)))
        .withMessageStartingWith("signet.throttle.link.per-ip ");
  }

  @ParameterizedTest
  @CsvSource({
    "failures, 0",
    "failures, 101",
    "failures, none",
    "first-pause, PT0S",
    "first-pause, PT16M",
    "longest-pause, PT0.5S"
  })
  void mustSayPauses(String key, String value) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () -> ThrottleSettings.from(TestSettings.with("signet.throttle.login." + key, value)));
  }

  /** The arithmetic of the database does not run over. */
  @ParameterizedTest
  @CsvSource({"PT0.001S, P3650D, 100", "P3650D, P3650D, 1", "PT1S, PT1S, 1", "PT3S, PT10S, 2"})
  void mayBeExtreme(Duration first, Duration longest, int free) {
    TestThrottles installation = TestThrottles.of(TestThrottles.START);
    Counters counters = installation.counters();
    Pauses pauses = new Pauses(free, first, longest);
    Duration expected = first;

    for (int i = 0; i < free - 1; i++) {
      assertThat(counters.take(pauses, "id", installation.now())).isZero();
    }
    for (int i = 0; i < 50; i++) {
      assertThat(counters.take(pauses, "id", installation.now())).isZero();
      assertThat(counters.take(pauses, "id", installation.now())).isEqualTo(expected);
      installation.pass(expected);
      Duration twice = expected.multipliedBy(2);
      expected = twice.compareTo(longest) < 0 ? twice : longest;
    }
  }
}
