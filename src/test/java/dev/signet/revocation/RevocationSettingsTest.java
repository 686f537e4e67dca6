package dev.signet.revocation;

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

class RevocationSettingsTest {

  @Test
  void haveDefaults() {
    assertThat(RevocationSettings.from(TestSettings.shipped()))
        .isEqualTo(
            new RevocationSettings(
                Duration.ofMinutes(6), Duration.ofSeconds(1), Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "signet.token.access-lifetime, PT1S, PT0.999S",
    "signet.sliding.lifetime, PT1S, PT0.999S",
    "signet.token.leeway, PT0S, PT-0.001S",
    "signet.revocation.poll-interval, PT0.1S, PT0.099S",
    "signet.revocation.max-staleness, PT1.001S, PT0.999S",
  })
  void endAtTheirMinimum(String key, String least, String less) {
    assertThat(RevocationSettings.from(TestSettings.with(key, least))).isNotNull();
    Settings wrong = TestSettings.with(key, less);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> RevocationSettings.from(wrong))
        .withMessageStartingWith(key + " is wrong");
  }

  @Test
  void refuseToBeStaleBeforeTheNextReading() {
    Settings wrong =
        TestSettings.with(
            Map.of(
                "signet.revocation.poll-interval", "PT5S",
                "signet.revocation.max-staleness", "PT5S"));
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> RevocationSettings.from(wrong))
        .withMessage("signet.revocation.max-staleness must be longer than poll-interval.");
  }

  /** A revocation is of use for as long as some node may take the tokens it concerns. */
  @Test
  void rememberARevocationForTheAccessLifetimeTheLeewayAndAMinute() {
    Settings settings =
        TestSettings.with(
            Map.of("signet.token.access-lifetime", "PT7M", "signet.token.leeway", "PT30S"));
    assertThat(RevocationSettings.from(settings).tokenHorizon()).isEqualTo(Duration.ofSeconds(510));
  }

  @Test
  void rememberItForTheLongerOfTheLifetimes() {
    Settings settings = TestSettings.with("signet.sliding.lifetime", "PT9M");
    assertThat(RevocationSettings.from(settings).tokenHorizon()).isEqualTo(Duration.ofMinutes(10));
  }
}
