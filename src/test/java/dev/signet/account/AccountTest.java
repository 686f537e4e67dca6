package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountTest {

  @Test
  void showsItsOwnerWhatItIs() {
    Account jane = TestAccounts.jane("user", "admin");
    assertThat(AccountView.of(jane))
        .hasToString(
            "{\"id\":\""
                + jane.id()
                + "\",\"username\":\"Jane\",\"email\":\"jane@example.org\",\"name\":\"Jane Doe\","
                + "\"is_admin\":true,\"roles\":[\"admin\",\"user\"],"
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
  void hasASubjectOfItsOwn() {
    assertThat(TestAccounts.jane("user").id()).isNotEqualTo(TestAccounts.jane("user").id());
  }

  @Test
  void showsNoPasswordWhileItIsAskedFor() {
    assertThat(new NewAccount("jane", "jane@example.org", "Jane", "hunter2").toString())
        .doesNotContain("hunter2");
  }
}
