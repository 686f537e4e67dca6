package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditSettingsTest {

  @Test
  void areAYear() {
    assertThat(AuditSettings.from(TestSettings.shipped()).retention())
        .isEqualTo(Duration.ofDays(365));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.999S", "PT-1S", "P3651D", "a year", ""})
  void refuseWhatCannotBeMeant(String retention) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () -> AuditSettings.from(TestSettings.with("signet.audit.retention", retention)))
        .withMessageStartingWith("signet.audit.retention");
  }
}
