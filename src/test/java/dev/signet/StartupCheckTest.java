package dev.signet;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.platform.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupCheckTest {

  @Test
  void takesTheShippedSettings() {
    assertThatNoException().isThrownBy(() -> StartupCheck.checkSettings(TestSettings.shipped()));
  }

  @ParameterizedTest
  @CsvSource({
    "signet.token.claims.name, name",
    "SIGNET_TOKEN_CLAIMS_IS_ADMIN, is_admin",
    "signet.answer.username, username",
    "SIGNET_ANSWER_IS_ADMIN, is_admin",
    "SIGNET_TOKEN_ACCESS_LIFETIME, PT1M",
    "SIGNET_SECRET_PREVIOUS, x",
  })
  void takesWhatCanBeMeant(String key, String value) {
    assertThatNoException()
        .isThrownBy(() -> StartupCheck.checkSettings(TestSettings.with(key, value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signet.token.acess-lifetime",
        "SIGNET_TOKEN_ACCESSLIFETIME",
        "signet.token.claim.x",
        "SIGNET_DB_PASSWORT",
        "signet.token.claims",
        "signet.answers.x",
        "signet.answer",
      })
  void refusesAKeyThatNobodyKnows(String key) {
    Settings settings = TestSettings.with(key, "hunter2");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> StartupCheck.checkSettings(settings))
        .withMessageStartingWith(key + " is no setting of Signet");
  }

  @ParameterizedTest
  @CsvSource({
    "signet.password.min-length, 7",
    "signet.key.poll-interval, 10",
    "signet.revocation.max-staleness, soon",
    "signet.token.claims.sub, username",
    "signet.answer.refresh, username",
  })
  void refusesAWrongValueOfEveryRecord(String key, String value) {
    Settings settings = TestSettings.with(key, value);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> StartupCheck.checkSettings(settings))
        .withMessageStartingWith(key + " is wrong");
  }
}
