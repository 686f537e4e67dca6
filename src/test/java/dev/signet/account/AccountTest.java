package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.TestSettings;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void showsItsOwnerWhatItIs() {
    Account jane = TestAccounts.jane("user", "admin");
    assertThat(AccountView.of(jane))
        .hasToString(
            "{\"id\":\""
                + jane.id()
                + "\",\"username\":\"Jane\",\"email\":\"jane@example.org\",\"email_verified\":false,\"name\":\"Jane"
                + " Doe\",\"is_admin\":true,\"roles\":[\"admin\",\"user\"],"
                + "\"created_at\":\"2026-01-02T03:04:05.678Z\"}");
  }

  @Test
  void showsNoHash() {
    assertThat(AccountView.of(TestAccounts.jane("user")).toString())
        .doesNotContain(TestAccounts.HASH)
        .doesNotContain("hash")
        .doesNotContain("password");
  }

  @Test
  void isFoundByItsNamesInAnyCase() {
    Account jane = TestAccounts.jane("user");
    assertThat(jane.usernameKey()).isEqualTo("jane");
    assertThat(jane.emailKey()).isEqualTo("jane@example.org");
  }

  @Test
  void isAnAdministratorByItsRoleAlone() {
    assertThat(TestAccounts.jane("user", "admin").isAdmin()).isTrue();
    assertThat(TestAccounts.jane("user", "Admin", "administrator").isAdmin()).isFalse();
  }

  @Test
  void isActiveUntilItIsDisabled() {
    assertThat(TestAccounts.jane("user").isActive()).isTrue();
    assertThat(TestAccounts.disabled().isActive()).isFalse();
  }

  @Test
  void hasANextVersionForWhatIsTakenFromItAlone() {
    Account jane = TestAccounts.jane("user", "admin");
    assertThat(jane.give(Set.of("user", "admin", "auditor"))).isFalse();
    assertThat(jane.give(Set.of("user", "auditor"))).isTrue();
    assertThat(jane.roles()).containsExactlyInAnyOrder("user", "auditor");
    assertThat(jane.version()).isZero();
    assertThat(jane.outdateTokens()).isEqualTo(1);
    assertThat(jane.version()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "user admin", "user\u2003admin", "a\nb"})
  void hasNoRoleThatIsNoWord(String role) {
    Account jane = TestAccounts.jane("user");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> jane.give(Set.of("user", role)));
    assertThat(jane.roles()).containsExactly("user");
  }

  @Test
  void hasAsManyRolesAsItsRowTakes() {
    Account jane = TestAccounts.jane("user");
    jane.give(Set.of("user", "r".repeat(995)));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> jane.give(Set.of("user", "r".repeat(996))));
  }

  /** Whoever wrote the row, nobody is locked out by it. */
  @Test
  void hasARoleOnceThatItsRowHasTwice() {
    assertThat(new RolesColumn().convertToEntityAttribute("admin user user"))
        .containsExactlyInAnyOrder("admin", "user");
  }

  /** Two changes in one millisecond, or on two nodes whose clocks differ. */
  @Test
  void knowsItsPasswordsApartWhateverTheClockSays() {
    Account before = TestAccounts.jane("user");
    Account after = TestAccounts.jane("user");
    assertThat(after.hasPasswordOf(before)).isTrue();
    after.changePassword(new Credentials.Hash("a"), NOW);
    before.changePassword(new Credentials.Hash("a"), NOW);
    assertThat(after.hasPasswordOf(before)).isTrue();
    after.changePassword(new Credentials.Hash("b"), NOW);
    assertThat(after.hasPasswordOf(before)).isFalse();
    before.changePassword(new Credentials.Hash("b"), NOW);
    after.changePassword(new Credentials.Hash("c"), NOW.minusSeconds(2));
    assertThat(after.hasPasswordOf(before)).isFalse();
    assertThat(after.passwordHash()).isEqualTo("c");
  }

  @Test
  void hasASubjectOfItsOwn() {
    assertThat(TestAccounts.jane("user").id()).isNotEqualTo(TestAccounts.jane("user").id());
  }

  @Test
  void showsNoPasswordWhileItIsAskedFor() {
    assertThat(new NewAccount("jane", "jane@example.org", "Jane", "hunter2").toString())
        .doesNotContain("hunter2");
  }

  @Test
  void waitsForItsAddressWhereThatMustBeProven() {
    Account waiting = signedUp("mandatory");

    assertThat(waiting.isActive()).isFalse();
    assertThat(waiting.isPending()).isTrue();
    assertThat(waiting.language()).isEqualTo(Locale.KOREAN);
    assertThat(signedUp("optional").isActive()).isTrue();
    assertThat(signedUp("none").isActive()).isTrue();
  }

  @Test
  void isActivatedByTheProofOfItsAddressOnce() {
    Account waiting = signedUp("mandatory");

    assertThat(waiting.confirmEmail(NOW)).isTrue();
    assertThat(waiting.isActive()).isTrue();
    assertThat(waiting.emailVerifiedAt()).contains(NOW);
    assertThat(waiting.confirmEmail(NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void isNotActivatedByTheProofWhereItWasDisabled() {
    Account banned = TestAccounts.disabled();

    assertThat(banned.confirmEmail(NOW)).isFalse();
    assertThat(banned.isActive()).isFalse();
  }

  @Test
  void waitsForItsProofAgainWhenItIsEnabled() {
    Account waiting = signedUp("mandatory");

    waiting.enable();
    assertThat(waiting.isPending()).isTrue();
    waiting.disable();
    waiting.disable();
    assertThat(waiting.isDisabled()).isTrue();
    assertThat(waiting.isPending()).isFalse();
    waiting.enable();
    assertThat(waiting.isPending()).isTrue();

    waiting.confirmEmail(NOW);
    waiting.disable();
    waiting.enable();
    assertThat(waiting.isActive()).isTrue();
  }

  @Test
  void isOfWhoProvesItsAddressAndNotOfTwo() {
    Account waiting = signedUp("mandatory");

    waiting.contest();
    assertThat(waiting.isContested()).isTrue();
    waiting.confirmEmail(NOW);
    assertThat(waiting.isContested()).isFalse();
    waiting.contest();
    assertThat(waiting.isContested()).isFalse();
  }

  @Test
  void hasAnAddressForItsUsernameWhereItHadOne() {
    Account imported =
        new Account(
            new NewAccount("jane@example.org", "Jane@Example.org", "", "password"),
            TestAccounts.HASH,
            Set.of("user"),
            NOW);

    imported.changeEmail("jane@example.com", Optional.empty());

    assertThat(imported.username()).isEqualTo("jane@example.com");
    assertThat(imported.usernameKey()).isEqualTo("jane@example.com");
  }

  @Test
  void losesTheProofWithTheAddress() {
    Account jane = TestAccounts.jane("user");
    jane.confirmEmail(NOW);

    jane.changeEmail("Jane@Example.com", Optional.empty());

    assertThat(jane.emailVerifiedAt()).isEmpty();
    assertThat(jane.hasEmail("JANE@example.COM")).isTrue();
    assertThat(jane.hasEmail("jane@example.org")).isFalse();
  }

  private static Account signedUp(String verification) {
    return Account.signedUp(
        new NewAccount("Jane", "jane@example.org", "", "password"),
        new Credentials.Hash("a"),
        AccountSettings.from(TestSettings.with("signet.signup.verification", verification)),
        Locale.KOREA,
        NOW);
  }
}
