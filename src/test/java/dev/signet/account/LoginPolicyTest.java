package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.audit.LoginFailed;
import dev.signet.audit.LoginSucceeded;
import dev.signet.audit.TestEvents;
import dev.signet.input.Origin;
import dev.signet.platform.TestSettings;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Its beans are made by hand. */
@SuppressWarnings("UnnecessaryAssignment")
class LoginPolicyTest {

  private static final Origin ORIGIN = new Origin("192.0.2.1", "a browser");

  private final TestEvents events = new TestEvents();
  private final AtomicInteger recorded = new AtomicInteger();
  private final LoginPolicy policy = policy(true);
  private final Account jane = TestAccounts.jane("user");

  @Test
  void admitsWhoIsActiveAndTellsSoAndWritesIt() {
    policy.admit(jane, ORIGIN);
    assertThat(events.told()).containsExactly(new LoginSucceeded(jane.id(), "Jane", ORIGIN));
    assertThat(recorded).hasValue(1);
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
  void letsTokensOfWhoIsInactiveGoOnWhereThatIsNotChecked() {
    TestAccounts.disable(jane);
    assertThat(policy.mayUse(jane)).isFalse();
    assertThat(policy.mayRefresh(jane)).isFalse();
    assertThat(policy.stateBesideActive()).isEqualTo("ACTIVE");
    LoginPolicy lenient = policy(false);
    assertThat(lenient.mayUse(jane)).isTrue();
    assertThat(lenient.mayRefresh(jane)).isTrue();
    assertThat(lenient.stateBesideActive()).isEqualTo("DISABLED");
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> lenient.admit(jane, ORIGIN));
  }

  private void refuse(Account account) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> policy.admit(account, ORIGIN))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NO_ACTIVE_ACCOUNT));
    assertThat(events.told()).containsExactly(LoginFailed.of("Jane", ORIGIN));
    assertThat(recorded).hasValue(0);
  }

  private LoginPolicy policy(boolean checkActive) {
    LoginPolicy made = new LoginPolicy();
    made.settings =
        AccountSettings.from(
            TestSettings.with("signet.login.check-user-is-active", Boolean.toString(checkActive)));
    made.rules = new TestRules();
    made.events = events;
    made.accounts =
        new Accounts() {
          @Override
          void recordLogin(Account account) {
            recorded.incrementAndGet();
          }
        };
    return made;
  }
}
