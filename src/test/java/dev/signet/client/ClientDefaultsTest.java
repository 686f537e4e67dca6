package dev.signet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDefaultsTest {

  @Test
  void areOfTheSettingsThatShip() {
    assertThat(ClientDefaults.from(TestSettings.shipped()))
        .isEqualTo(
            new ClientDefaults(List.of("signet"), Duration.ofMinutes(5), Duration.ofHours(1)));
  }

  @Test
  void areThoseOfOurOwnTokens() {
    assertThat(ClientDefaults.from(TestSettings.with("signet.token.audience", "a, b")).audiences())
        .containsExactly("a", "b");
    assertThat(
            ClientDefaults.from(TestSettings.with("signet.token.access-lifetime", "PT1S"))
                .accessLifetime())
        .isEqualTo(Duration.ofSeconds(1));
  }

  /** What no client may say by itself, its default may not either: by its own key. */
  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT24H1S", "P2D", "an hour"})
  void areRefusedByTheKeyThatIsWrong(String lifetime) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () -> ClientDefaults.from(TestSettings.with("signet.oidc.id-token-lifetime", lifetime)))
        .withMessageStartingWith("signet.oidc.id-token-lifetime is wrong: expected ");
  }

  @Test
  void letAnIdTokenBeGoodForADay() {
    assertThat(
            ClientDefaults.from(TestSettings.with("signet.oidc.id-token-lifetime", "P1D"))
                .idTokenLifetime())
        .isEqualTo(Duration.ofDays(1));
  }
}
