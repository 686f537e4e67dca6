package dev.signet.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.claim.ClaimNames;
import dev.signet.claim.ClaimNames.UserField;
import dev.signet.key.TokenSignatures.Kind;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.platform.TestSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

  @Test
  void haveDefaults() {
    assertThat(TokenSettings.from(TestSettings.shipped()))
        .isEqualTo(
            new TokenSettings(
                "http://localhost:8080/signet",
                List.of("signet"),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ZERO,
                List.of("access"),
                false,
                Kind.JWT,
                new ClaimNames("token_type", "jti", "user_id", "refresh_exp", UserField.ID)));
  }

  @Test
  void takeSeveralAudiences() {
    assertThat(TokenSettings.from(TestSettings.with("signet.token.audience", "a,b,c")).audience())
        .containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a, b", "a ,b", "a b", "a,\tb", "a,\nb"})
  void refuseBlanksInAudiences(String audience) {
    refuse("signet.token.audience", audience);
  }

  @ParameterizedTest
  @CsvSource({
    "signet.token.access-lifetime, PT0.999S",
    "signet.token.leeway, PT-0.001S",
    "signet.token.leeway, PT5M0.001S",
    "signet.token.audience, ','",
    "signet.sliding.lifetime, PT0.999S",
    "signet.bearer.token-types, refresh",
    "signet.bearer.token-types, 'access,refresh'",
    "signet.bearer.token-types, Access",
    "signet.bearer.token-types, ','",
    "signet.oidc.access-token-type, AT+JWT",
  })
  void refuseWhatCannotBeMeant(String key, String value) {
    refuse(key, value);
  }

  @Test
  void takeSeveralTypesOfBearerTokens() {
    assertThat(
            TokenSettings.from(TestSettings.with("signet.bearer.token-types", "sliding, access"))
                .bearerTypes())
        .containsExactly("sliding", "access");
  }

  private static void refuse(String key, String value) {
    Settings settings = TestSettings.with(key, value);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> TokenSettings.from(settings))
        .withMessageStartingWith(key + " is wrong");
  }
}
