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

class ContributionSettingsTest {

  @Test
  void addNothingByDefault() {
    ContributionSettings shipped = ContributionSettings.from(TestSettings.shipped());
    assertThat(shipped.claims()).isEmpty();
    assertThat(shipped.members()).isEmpty();
  }

  @Test
  void keepClaimsAndMembersApart() {
    ContributionSettings settings =
        ContributionSettings.from(
            TestSettings.with(
                Map.of("signet.token.claims.x", "name", "SIGNET_ANSWER_USER_NAME", "username")));
    assertThat(settings.claims()).isEqualTo(Map.of("x", "name"));
    assertThat(settings.members()).isEqualTo(Map.of("user_name", "username"));
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
    "signet.answer.access, username",
    "signet.answer.user, username",
    "signet.answer.x, password",
    "signet.answer.x, ''",
  })
  void refuseWhatCannotBeMeant(String key, String value) {
    Settings settings = TestSettings.with(key, value);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ContributionSettings.from(settings))
        .withMessageStartingWith(key + " is wrong");
  }

  @ParameterizedTest
  @CsvSource({
    "SIGNET_TOKEN_CLAIMS_TOKEN_TYPE, signet.token.claims.token_type",
    "SIGNET_ANSWER_EXPIRES_IN, signet.answer.expires_in",
  })
  void refuseAReservedNameOfTheEnvironment(String variable, String key) {
    Settings settings = TestSettings.with(variable, "username");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ContributionSettings.from(settings))
        .withMessageStartingWith(key + " is wrong");
  }

  @ParameterizedTest
  @CsvSource({
    "signet.token.type-claim",
    "signet.token.jti-claim",
    "signet.token.user-id-claim",
    "signet.sliding.refresh-exp-claim",
  })
  void refuseAClaimThatSignetSetsUnderThisName(String key) {
    Settings settings =
        TestSettings.with(Map.of(key, "renamed", "signet.token.claims.renamed", "username"));
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ContributionSettings.from(settings))
        .withMessage(
            "signet.token.claims.renamed is wrong: expected a claim that is not reserved.");
  }

  @Test
  void sayWhichAttributesThereAre() {
    Settings settings = TestSettings.with("signet.answer.x", "hunter2");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ContributionSettings.from(settings))
        .withMessage(
            "signet.answer.x is wrong: expected one of [username, email, name, is_admin].");
  }

  @ParameterizedTest
  @CsvSource({"username, Jane", "email, jane@example.org", "name, Jane Doe"})
  void showAnAttributeOfTheAccount(String attribute, String value) {
    assertThat(configured(attribute)).isEqualTo(Map.of("x", value));
  }

  @Test
  void showWhetherTheAccountIsAnAdministrator() {
    assertThat(configured("is_admin")).isEqualTo(Map.of("x", true));
    assertThat(ConfiguredAttributes.Attribute.IS_ADMIN.of(TestAccounts.jane("user")))
        .isEqualTo(false);
  }

  private static Map<String, Object> configured(String attribute) {
    Settings settings = TestSettings.with("signet.token.claims.x", attribute);
    ConfiguredAttributes configured =
        new ConfiguredAttributes(ContributionSettings.from(settings).claims());
    assertThat(configured.names()).containsExactly("x");
    return configured.values(TestAccounts.jane("user", "admin"));
  }
}
