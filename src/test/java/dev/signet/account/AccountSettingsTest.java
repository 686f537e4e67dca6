package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.hashing.Argon2Parameters;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.platform.TestSettings;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {

  @Test
  void haveDefaults() {
    assertThat(AccountSettings.from(TestSettings.shipped()))
        .isEqualTo(
            new AccountSettings(
                Set.of("user"),
                AccountSettings.Verification.OPTIONAL,
                false,
                true,
                true,
                new Argon2Parameters(19_456, 2, 1),
                4,
                Duration.ofSeconds(5)));
  }

  @Test
  void takeARoleOnce() {
    assertThat(
            AccountSettings.from(TestSettings.with("signet.signup.roles", "user, staff,user"))
                .signupRoles())
        .containsExactlyInAnyOrder("user", "staff");
  }

  @ParameterizedTest
  @CsvSource({
    "signet.password.hashing.queue, 0, -1",
    "signet.password.hashing.deadline, PT0S, PT-0.001S",
    "signet.password.argon2.memory, 19456, 0",
    "signet.password.argon2.iterations, 2, 0",
    "signet.password.argon2.parallelism, 1, 0",
  })
  void endAtTheirMinimum(String key, String least, String less) {
    assertThat(AccountSettings.from(TestSettings.with(key, least))).isNotNull();
    Settings wrong = TestSettings.with(key, less);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> AccountSettings.from(wrong))
        .withMessageStartingWith(key + " is wrong");
  }

  @ParameterizedTest
  @CsvSource({
    "signet.password.argon2.memory, 19455",
    "signet.password.argon2.memory, 262145",
    "signet.password.argon2.iterations, 1",
    "signet.password.argon2.iterations, 11",
    "signet.password.argon2.parallelism, 17",
  })
  void refuseHashesThatAreTooCheapOrTooDear(String key, String value) {
    Settings wrong = TestSettings.with(key, value);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> AccountSettings.from(wrong))
        .withMessageStartingWith("signet.password.argon2.*: Argon2");
  }

  @Test
  void refuseAccountsWithoutARole() {
    Settings wrong = TestSettings.with("signet.signup.roles", ",");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> AccountSettings.from(wrong))
        .withMessageStartingWith("signet.signup.roles is wrong");
  }

  @Test
  void refuseARoleThatWouldBecomeTwo() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () -> AccountSettings.from(TestSettings.with("signet.signup.roles", "not admin,user")))
        .withMessageStartingWith("signet.signup.roles is wrong");
  }
}
