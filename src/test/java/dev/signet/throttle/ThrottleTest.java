package dev.signet.throttle;

import static dev.signet.throttle.TestThrottles.at;
import static dev.signet.throttle.TestThrottles.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signet.origin.Origin;
import dev.signet.wire.Parallel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final Optional<UUID> NOBODY = Optional.empty();
  private static final int FREE = 10;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final TestThrottles installation = TestThrottles.of(TestThrottles.START);
  private final Throttle throttle = installation.throttle();

  @Test
  void letsTenLoginsOfAnIdentifierFail() {
    fail("jane", FREE);

    assertThat(wait("jane")).isEqualTo(1);
    assertThat(wait("john")).isZero();
  }

  @Test
  void doublesThePauseAfterEachFurtherFailure() {
    fail("jane", FREE);

    for (int pause : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900)) {
      installation.pass(Duration.ofSeconds(pause).minusMillis(1));
      assertThat(wait("jane")).isEqualTo(1);
      installation.pass(Duration.ofMillis(1));
      fail("jane", 1);
    }
    assertThat(wait("jane")).isEqualTo(900);
  }

  @Test
  void forgetsFailuresWhenSomebodyLogsIn() {
    fail("jane", FREE - 1);
    throttle.succeeded(throttle.login("jane", NOBODY, installation.somewhere()));

    fail("jane", FREE);
    assertThat(wait("jane")).isEqualTo(1);
  }

  /** To wait until all is forgotten gains nothing. */
  @Test
  void forgetsFailuresAfterLongerThanTheFreeOnesWouldTakeAtTheLongestPause() {
    fail("jane", FREE - 1);

    installation.pass(LONGEST.multipliedBy(FREE + 1).minusMillis(1));
    fail("jane", 1);
    assertThat(wait("jane")).isEqualTo(1);
    installation.pass(LONGEST.multipliedBy(FREE + 1));
    fail("jane", FREE);
    assertThat(wait("jane")).isEqualTo(1);
  }

  @Test
  void countsNoLoginThatNobodyHasLookedAt() {
    fail("jane", FREE - 1);
    for (int i = 0; i < 20; i++) {
      throttle.abandoned(throttle.login("jane", NOBODY, installation.somewhere()));
    }

    fail("jane", 1);
    assertThat(wait("jane")).isEqualTo(1);
  }

  /** The pause that was for it ends with it, and no other. */
  @Test
  void givesBackAnAttemptAndItsPause() {
    fail("jane", FREE);
    installation.pass(Duration.ofSeconds(1));
    Attempt busy = throttle.login("jane", NOBODY, installation.somewhere());
    assertThat(wait("jane")).isEqualTo(2);
    throttle.abandoned(busy);
    assertThat(wait("jane")).isZero();
  }

  @Test
  void keepsThePauseOfAnAttemptThatCameAfterTheOneGivenBack() {
    fail("jane", FREE);
    installation.pass(Duration.ofSeconds(1));
    Attempt slow = throttle.login("jane", NOBODY, installation.somewhere());
    installation.pass(Duration.ofSeconds(2));
    fail("jane", 1);
    throttle.abandoned(slow);

    assertThat(wait("jane")).isEqualTo(4);
  }

  @Test
  void letsNoMoreThroughWhenTheyComeAtOnce() {
    List<Boolean> through =
        Parallel.times(
            50,
            i -> {
              Throttle node = installation.throttle();
              return refusal(() -> node.login("jane", NOBODY, at("198.51.100." + i))).isEmpty();
            });

    assertThat(through).filteredOn(yes -> yes).hasSize(FREE);
  }

  /** Those that come at once have read the clock at different times, and nodes differ more. */
  @Test
  void letsThroughWhatIsFreeWhateverTheTimeIsToTheNode() {
    fail("jane", FREE / 2);
    installation.pass(Duration.ofSeconds(-30));

    fail("jane", FREE / 2);
    assertThat(wait("jane")).isEqualTo(1);
  }

  @Test
  void countsOnAllNodesTogether() {
    Throttle other = installation.throttle();
    for (int i = 0; i < FREE / 2; i++) {
      throttle.login("jane", NOBODY, installation.somewhere());
      other.login("jane", NOBODY, installation.somewhere());
    }

    assertThat(refusal(() -> throttle.login("jane", NOBODY, installation.somewhere())))
        .contains(1L);
    assertThat(refusal(() -> other.login("jane", NOBODY, installation.somewhere()))).contains(1L);
  }

  /** An address that is refused cannot go on to shut out whom it likes. */
  @Test
  void countsNothingByTheIdentifierWhereTheAddressIsRefused() {
    Origin address = at("192.0.2.1");
    for (int i = 0; i < 100; i++) {
      throttle.login("p" + i, NOBODY, address);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(refusal(() -> throttle.login("jane", NOBODY, address))).isPresent();
    }

    fail("jane", FREE);
  }

  /** One client that asks again and again does not use up the address that it shares. */
  @Test
  void countsNothingByTheAddressWhereTheIdentifierIsRefused() {
    Origin address = at("192.0.2.1");
    fail("jane", FREE);
    for (int i = 0; i < 200; i++) {
      assertThat(refusal(() -> throttle.login("jane", NOBODY, address))).isPresent();
    }

    assertThat(refusal(() -> throttle.login("john", NOBODY, address))).isEmpty();
  }

  @Test
  void limitsProofsOfWhoIsLoggedInByTheAccount() {
    UUID jane = UUID.randomUUID();
    for (int i = 0; i < FREE; i++) {
      throttle.reauthentication(jane, installation.somewhere());
    }

    assertThat(refusal(() -> throttle.reauthentication(jane, installation.somewhere())))
        .contains(1L);
    assertThat(refusal(() -> throttle.login("jane", Optional.of(jane), installation.somewhere())))
        .isEmpty();
  }

  @Test
  void limitsNothingThatIsOff() {
    Throttle off =
        installation.throttle(
            Map.of(
                "signet.throttle.login.failures", "off",
                "signet.throttle.login.per-ip", "off",
                "signet.throttle.signup.per-ip", "off",
                "signet.throttle.mail.per-ip", "off",
                "signet.throttle.mail.per-address", "off",
                "signet.throttle.link.per-ip", "off"));
    Origin address = at("192.0.2.1");

    assertThatCode(
            () -> {
              for (int i = 0; i < 200; i++) {
                off.login("jane", NOBODY, address);
                off.signup(address);
                off.mail("RESET_PASSWORD", "jane", address);
                off.link(address);
              }
            })
        .doesNotThrowAnyException();
    assertThat(installation.count("select count(*) from throttle")).isZero();
  }

  @Test
  void namesNobodyInItsRows() {
    throttle.login("jane", NOBODY, at("192.0.2.1"));

    assertThat(installation.count("select count(*) from throttle")).isEqualTo(2);
    assertThat(
            installation.count(
                "select count(*) from throttle where length(id) <> 43 or id like '%jane%'"))
        .isZero();
  }

  @Test
  void removesWhatSaysNothingAnyMore() {
    fail("jane", 1);
    installation.pass(Duration.ofHours(1));
    fail("john", 1);
    installation.pass(LONGEST.multipliedBy(FREE + 1).minusMinutes(30));

    assertThat(installation.counters().purge(installation.now(), 2)).isEqualTo(2);
    assertThat(installation.counters().purge(installation.now(), 2)).isEqualTo(1);
    assertThat(installation.count("select count(*) from throttle")).isEqualTo(1);
  }

  private void fail(String identifier, int times) {
    for (int i = 0; i < times; i++) {
      throttle.login(identifier, NOBODY, installation.somewhere());
    }
  }

  /** How many seconds the next login has to wait; it is given back where it need not. */
  private long wait(String identifier) {
    return refusal(
            () -> throttle.abandoned(throttle.login(identifier, NOBODY, installation.somewhere())))
        .orElse(0L);
  }
}
