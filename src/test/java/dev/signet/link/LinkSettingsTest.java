package dev.signet.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkSettingsTest {

  private static final LinkToken TOKEN =
      LinkToken.parse("AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE");

  @Test
  void leadBelowTheIssuerByDefault() {
    LinkSettings settings = LinkSettings.from(TestSettings.shipped());

    assertThat(settings.link(Purpose.VERIFY_EMAIL, TOKEN))
        .isEqualTo("http://localhost:8080/signet/verify-email?token=" + TOKEN.text());
    assertThat(settings.link(Purpose.CHANGE_EMAIL, TOKEN))
        .isEqualTo("http://localhost:8080/signet/verify-email?token=" + TOKEN.text());
    assertThat(settings.link(Purpose.RESET_PASSWORD, TOKEN))
        .isEqualTo("http://localhost:8080/signet/reset-password?token=" + TOKEN.text());
  }

  @Test
  void leadToAFrontEndOfOnesOwn() {
    LinkSettings settings =
        LinkSettings.from(TestSettings.with("signet.link.pages", "https://app.example"));

    assertThat(settings.page("/forgot-password")).isEqualTo("https://app.example/forgot-password");
  }

  @Test
  void areGoodForADayAndToChooseAPasswordForAnHour() {
    LinkSettings settings = LinkSettings.from(TestSettings.shipped());

    assertThat(settings.lifetime(Purpose.VERIFY_EMAIL)).isEqualTo(Duration.ofDays(1));
    assertThat(settings.lifetime(Purpose.CHANGE_EMAIL)).isEqualTo(Duration.ofDays(1));
    assertThat(settings.lifetime(Purpose.RESET_PASSWORD)).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "signet.link.pages, app.example",
    "signet.link.pages, https://app.example/",
    "signet.link.pages, https://app.example?x",
    "signet.link.pages, javascript:alert(1)",
    "signet.link.verification-lifetime, PT59S",
    "signet.link.reset-lifetime, PT0S",
    "signet.signup.pending-retention, PT23H"
  })
  void areRefusedByTheirName(String key, String value) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> LinkSettings.from(TestSettings.with(key, value)))
        .withMessageContaining(key);
  }
}
