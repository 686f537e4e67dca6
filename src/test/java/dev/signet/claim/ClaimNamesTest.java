package dev.signet.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.claim.ClaimNames.UserField;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.platform.TestSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimNamesTest {

  private final Account jane = TestAccounts.jane("user");

  @Test
  void areTheOperatorsChoice() {
    Settings settings =
        TestSettings.with(
            Map.of(
                "signet.token.type-claim", "typ",
                "signet.token.jti-claim", "token_id",
                "signet.token.user-id-claim", "uid",
                "signet.sliding.refresh-exp-claim", "until",
                "signet.token.user-id-field", "email"));
    assertThat(ClaimNames.from(settings))
        .isEqualTo(new ClaimNames("typ", "token_id", "uid", "until", UserField.EMAIL));
  }

  @Test
  void tellWhoseATokenIsByAField() {
    assertThat(UserField.ID.of(jane)).isEqualTo(jane.id().toString());
    assertThat(UserField.USERNAME.of(jane)).isEqualTo("Jane");
    assertThat(UserField.EMAIL.of(jane)).isEqualTo(jane.email());
  }

  @Test
  void mayCallTheUserTheSubject() {
    assertThat(ClaimNames.from(TestSettings.with("signet.token.user-id-claim", "sub")).user())
        .isEqualTo("sub");
  }

  @Test
  void haveNothingButTheIdInTheSubject() {
    refuse(
        TestSettings.with(
            Map.of("signet.token.user-id-claim", "sub", "signet.token.user-id-field", "email")),
        "signet.token.user-id-claim is wrong: ");
  }

  @ParameterizedTest
  @CsvSource({
    "signet.token.type-claim, user_id, signet.token.user-id-claim",
    "signet.token.jti-claim, token_type, signet.token.jti-claim",
    "signet.token.user-id-claim, jti, signet.token.user-id-claim",
    "signet.token.user-id-claim, refresh_exp, signet.sliding.refresh-exp-claim",
    "signet.sliding.refresh-exp-claim, token_type, signet.sliding.refresh-exp-claim",
  })
  void areEachOneOfTheirOwn(String key, String taken, String named) {
    refuse(TestSettings.with(key, taken), named + " is wrong: ");
  }

  /** Containers look for jti under its own name, wherever clients look for the id. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "signet.token.type-claim",
        "signet.token.user-id-claim",
        "signet.sliding.refresh-exp-claim"
      })
  void leaveTheNameJtiToTheId(String key) {
    refuse(
        TestSettings.with(Map.of("signet.token.jti-claim", "token_id", key, "jti")),
        key + " is wrong: ");
  }

  @ParameterizedTest
  @CsvSource({
    "signet.token.type-claim, iss",
    "signet.token.type-claim, sub",
    "signet.token.jti-claim, exp",
    "signet.token.jti-claim, sub",
    "signet.token.user-id-claim, groups",
    "signet.token.user-id-claim, upn",
    "signet.token.user-id-claim, roles",
    "signet.token.user-id-claim, azp",
    "signet.sliding.refresh-exp-claim, iat",
    "signet.token.user-id-field, password",
    "signet.token.user-id-field, ID",
  })
  void leaveTheStandardsOnesAlone(String key, String value) {
    refuse(TestSettings.with(key, value), key + " is wrong: ");
  }

  private static void refuse(Settings settings, String message) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ClaimNames.from(settings))
        .withMessageStartingWith(message);
  }
}
