package dev.signet.key;

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
import org.junit.jupiter.params.provider.ValueSource;

class KeySettingsTest {

  @Test
  void haveDefaults() {
    assertThat(KeySettings.from(TestSettings.shipped()))
        .isEqualTo(
            new KeySettings(Duration.ofSeconds(10), Duration.ofDays(90), Duration.ofDays(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "none", "rs256", "RS512", "ES256"})
  void takeNoAlgorithmThatAContainerMayNotTake(String algorithm) {
    Settings wrong = TestSettings.with("signet.key.algorithm", algorithm);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> KeySettings.from(wrong))
        .withMessage("signet.key.algorithm is wrong: expected one of [RS256].");
  }

  /** A client may have ID tokens of a day, whatever our own tokens are good for. */
  @Test
  void keepAKeyForAsLongAsAnIdTokenMayBeGood() {
    assertThat(KeySettings.from(ofShortTokens("P1D"))).isNotNull();
    Settings wrong = ofShortTokens("PT23H59M59S");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> KeySettings.from(wrong))
        .withMessageStartingWith("signet.key.retention is wrong");
  }

  private static Settings ofShortTokens(String retention) {
    return TestSettings.with(
        Map.of(
            "signet.sliding.lifetime", "PT5M",
            "signet.sliding.refresh-lifetime", "PT5M",
            "signet.key.retention", retention));
  }

  @ParameterizedTest
  @CsvSource({
    "signet.key.poll-interval, PT0.1S, PT0.099S",
    "signet.key.rotation-interval, PT10M, PT9M59.999S",
    "signet.key.retention, P1D, PT23H59M59.999S",
  })
  void endAtTheirMinimum(String key, String least, String less) {
    assertThat(KeySettings.from(TestSettings.with(key, least))).isNotNull();
    Settings wrong = TestSettings.with(key, less);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> KeySettings.from(wrong))
        .withMessageStartingWith(key + " is wrong");
  }
}
