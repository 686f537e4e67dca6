package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.audit.TestEvents;
import dev.signet.event.LoginFailed;
import dev.signet.event.LoginFailed.Because;
import dev.signet.origin.Origin;
import dev.signet.platform.TestSettings;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Its beans are made by hand. */
@SuppressWarnings("UnnecessaryAssignment")
class LoginPolicyTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Origin ORIGIN = new Origin("192.0.2.1", "a browser");

  private final TestEvents events = new TestEvents();
  private final LoginPolicy policy = policy("signet.login.check-user-is-active", "true");
  private final Account jane = TestAccounts.jane("user");
  private Optional<Account> now = Optional.of(jane);

  @Test
  void admitsWhoIsActiveAndWritesIt() {
    assertThat(policy.admit(jane, ORIGIN)).isSameAs(jane);
    assertThat(jane.lastLoginAt()).contains(NOW);
  }

  @Test
  void writesNoTimeWhereThatIsNotWanted() {
    policy.settings =
        AccountSettings.from(TestSettings.with("signet.login.update-last-login", "false"));
    policy.admit(jane, ORIGIN);
    assertThat(jane.lastLoginAt()).isEmpty();
  }

  /** What counts is the account as it is by now. */
  @Test
  void refusesWhoWasDisabledMeanwhile() {
    now = Optional.of(TestAccounts.disabled());
    refuse(jane);
  }

  @Test
  void refusesWhoIsGone() {
    now = Optional.empty();
    refuse(jane);
  }

  @Test
  void refusesWhoHasAnotherPasswordByNow() {
    Account changed = TestAccounts.jane("user");
    changed.changePassword(new Credentials.Hash("another hash"), NOW);
    now = Optional.of(changed);
    refuse(jane);
    assertThat(policy.admit(changed, ORIGIN)).isSameAs(changed);
  }

  @Test
  void admitsWhoHasOtherRolesByNow() {
    Account promoted = TestAccounts.jane("admin");
    now = Optional.of(promoted);
    assertThat(policy.admit(jane, ORIGIN)).isSameAs(promoted);
  }

  @Test
  void refusesWhoIsInactiveAndTellsSo() {
    refuse(TestAccounts.disable(jane));
  }

  @Test
  void refusesWhomOneRuleRefuses() {
    policy.rules = new TestRules(account -> true, account -> false);
    refuse(jane);
    assertThat(policy.mayRefresh(jane)).isFalse();
    assertThat(policy.mayUse(jane)).isTrue();
  }

  /** A rule may be dear, and may say another thing the second time. */
  @Test
  void asksARuleOnce() {
    AtomicInteger asked = new AtomicInteger();
    policy.rules = new TestRules(account -> asked.incrementAndGet() == 1);
    policy.admit(jane, ORIGIN);
    assertThat(asked).hasValue(1);
  }

  @Test
  void readmitsWhoIsActiveAndWritesNothing() {
    assertThat(policy.wouldReadmit(jane.id())).isTrue();
    assertThat(policy.readmit(jane.id())).isSameAs(jane);
    assertThat(jane.lastLoginAt()).isEmpty();
  }

  @Test
  void readmitsNobodyWhoIsInactiveGoneOrRefusedByARuleAndTellsNobody() {
    now = Optional.of(TestAccounts.disabled());
    refuseAgain();
    now = Optional.empty();
    refuseAgain();
    now = Optional.of(jane);
    policy.rules = new TestRules(account -> false);
    refuseAgain();
    assertThat(events.told()).isEmpty();
  }

  @Test
  void letsTokensOfWhoIsInactiveGoOnWhereThatIsNotChecked() {
    TestAccounts.disable(jane);
    assertThat(policy.mayUse(jane)).isFalse();
    assertThat(policy.mayRefresh(jane)).isFalse();
    assertThat(policy.stateBesideActive()).isEqualTo("ACTIVE");
    LoginPolicy lenient = policy("signet.login.check-user-is-active", "false");
    assertThat(lenient.mayUse(jane)).isTrue();
    assertThat(lenient.mayRefresh(jane)).isTrue();
    assertThat(lenient.stateBesideActive()).isEqualTo("DISABLED");
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> lenient.admit(jane, ORIGIN));
  }

  private void refuseAgain() {
    assertThat(policy.wouldReadmit(jane.id())).isFalse();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> policy.readmit(jane.id()))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NO_ACTIVE_ACCOUNT));
  }

  private void refuse(Account account) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> policy.admit(account, ORIGIN))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NO_ACTIVE_ACCOUNT));
    assertThat(events.told())
        .containsExactly(
            LoginFailed.of("Jane", Optional.of(jane.id()), Because.NOT_ADMITTED, ORIGIN));
    assertThat(jane.lastLoginAt()).isEmpty();
  }

  private LoginPolicy policy(String key, String value) {
    LoginPolicy made = new LoginPolicy();
    made.settings =
        AccountSettings.from(
            TestSettings.with(Map.of("signet.login.update-last-login", "true", key, value)));
    made.rules = new TestRules();
    made.events = events;
    made.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    made.accounts =
        new Accounts() {
          @Override
          public Optional<Account> find(UUID id) {
            return now;
          }

          @Override
          public Optional<Account> lock(UUID id) {
            return now;
          }
        };
    return made;
  }
}
