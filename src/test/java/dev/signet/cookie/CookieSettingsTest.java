package dev.signet.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "https://auth.example.org/signet,true",
    "http://localhost:8080/signet,false",
    "http://127.0.0.1:8080/signet,false",
    "http://[::1]:8080,false",
    "http://intranet/signet,true"
  })
  void onlyAMachineTalkingToItselfNeedsNoTls(String issuer, boolean secure) {
    assertThat(settings("body", "cookie", issuer).areSecure()).isEqualTo(secure);
  }

  @Test
  void knowsThePathOfTheApplication() {
    assertThat(settings("body", "cookie", "https://auth.example.org/signet").root())
        .isEqualTo("/signet");
    assertThat(settings("body", "cookie", "https://auth.example.org").root()).isEmpty();
  }

  @Test
  void refusesCookiesThatNoBrowserWouldKeep() {
    assertThatThrownBy(() -> settings("cookie", "cookie", "http://intranet/signet"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("signet.login.transport");
    assertThat(settings("cookie", "cookie", "http://localhost/signet").inAnswers()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cookie", "header", "cookies"})
  void refusesOtherWords(String word) {
    assertThatThrownBy(() -> settings(word, "cookie", "https://a.example"))
        .hasMessageContaining("signet.login.transport");
    assertThatThrownBy(() -> settings("body", word, "https://a.example"))
        .hasMessageContaining("signet.login.cookie-refresh");
  }

  static CookieSettings settings(String transport, String refresh, String issuer) {
    Map<String, String> values =
        Map.of(
            "signet.login.transport", transport,
            "signet.login.cookie-refresh", refresh,
            "signet.issuer", issuer);
    return CookieSettings.from(
        new Settings(key -> Optional.ofNullable(values.get(key)), values.keySet()));
  }
}
