package dev.signet.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.account.TestAccounts;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.platform.TestSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimSettingsTest {

  @Test
  void addNothingByDefault() {
    assertThat(ClaimSettings.from(TestSettings.shipped()).claims()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "signet.token.claims.iss, username",
    "signet.token.claims.groups, name",
    "signet.token.claims.roles, username",
    "signet.token.claims.x, password",
    "signet.token.claims.x, password_hash",
    "signet.token.claims.x, USERNAME",
    "signet.token.claims.x, id",
    "signet.token.claims.x, ''",
  })
  void refuseWhatCannotBeMeant(String key, String value) {
    Settings settings = TestSettings.with(key, value);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ClaimSettings.from(settings))
        .withMessageStartingWith(key + " is wrong");
  }

  @Test
  void refuseAReservedClaimOfTheEnvironment() {
    Settings settings = TestSettings.with("SIGNET_TOKEN_CLAIMS_TOKEN_TYPE", "username");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ClaimSettings.from(settings))
        .withMessageStartingWith("signet.token.claims.token_type is wrong");
  }

  @Test
  void sayWhichAttributesThereAre() {
    Settings settings = TestSettings.with("signet.token.claims.x", "hunter2");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ClaimSettings.from(settings))
        .withMessage(
            "signet.token.claims.x is wrong: expected one of [username, email, name, is_admin].");
  }

  @ParameterizedTest
  @CsvSource({"username, Jane", "email, jane@example.org", "name, Jane Doe"})
  void showAnAttributeOfTheAccount(String attribute, String value) {
    assertThat(configured(attribute)).isEqualTo(Map.of("x", value));
  }

  @Test
  void showWhetherTheAccountIsAnAdministrator() {
    assertThat(configured("is_admin")).isEqualTo(Map.of("x", true));
    assertThat(AccountAttribute.IS_ADMIN.of(TestAccounts.jane("user"))).isEqualTo(false);
  }

  @SuppressWarnings("UnnecessaryAssignment") // by hand, as CDI would
  private static Map<String, Object> configured(String attribute) {
    ConfiguredClaims claims = new ConfiguredClaims();
    claims.settings = ClaimSettings.from(TestSettings.with("signet.token.claims.x", attribute));
    assertThat(claims.names()).containsExactly("x");
    return claims.claims(TestAccounts.jane("user", "admin"));
  }
}
