package dev.signet.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSettingsTest {

  private static final String LIFETIME = "signet.oidc.code-lifetime";

  @Test
  void giveACodeAMinute() {
    assertThat(CodeSettings.from(TestSettings.shipped()).lifetime())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT10M"})
  void giveItTenMinutesAtMost(String lifetime) {
    assertThat(CodeSettings.from(TestSettings.with(LIFETIME, lifetime)).lifetime())
        .isEqualTo(Duration.parse(lifetime));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.999S", "PT10M0.001S", "P1D", "60"})
  void refuseAnyOtherTimeByItsKey(String lifetime) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> CodeSettings.from(TestSettings.with(LIFETIME, lifetime)))
        .withMessageStartingWith(LIFETIME + " is wrong: expected ");
  }
}
