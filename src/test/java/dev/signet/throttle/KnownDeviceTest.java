package dev.signet.throttle;

import static dev.signet.throttle.TestThrottles.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.origin.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A device from which somebody has logged in before is not locked out by strangers who fail. */
class KnownDeviceTest {

  private static final int FREE = 10;

  private final TestThrottles installation = TestThrottles.of(TestThrottles.START);
  private final Throttle throttle = installation.throttle();
  private final Optional<UUID> jane = Optional.of(UUID.randomUUID());

  @Test
  void getsInByWhatItShows() {
    Origin laptop = showing(throttle.deviceAfter(jane.get(), installation.somewhere()));
    strangersFail();

    assertThat(login(laptop)).isEmpty();
  }

  @Test
  void isLimitedItself() {
    String shown = throttle.deviceAfter(jane.get(), installation.somewhere());
    String other = throttle.deviceAfter(jane.get(), installation.somewhere());
    strangersFail();
    installation.pass(Duration.ofMillis(1));
    for (int i = 0; i < FREE; i++) {
      assertThat(login(showing(shown))).isEmpty();
    }

    assertThat(login(showing(shown))).contains(1L);
    assertThat(login(showing(other))).isEmpty();
  }

  @Test
  void forgetsItsOwnFailuresAndNotTheStrangers() {
    String shown = throttle.deviceAfter(jane.get(), installation.somewhere());
    strangersFail();
    for (int i = 0; i < FREE - 1; i++) {
      assertThat(login(showing(shown))).isEmpty();
    }
    throttle.succeeded(throttle.login("jane", jane, showing(shown)));

    for (int i = 0; i < FREE; i++) {
      assertThat(login(showing(shown))).isEmpty();
    }
    assertThat(login(showing(shown))).isPresent();
    assertThat(login(installation.somewhere())).isPresent();
  }

  /** Or a stranger would have as many guesses again whenever the person logs in. */
  @Test
  void leavesTheStrangersTheirFailuresWhereItGetsInBesideThem() {
    String shown = throttle.deviceAfter(jane.get(), installation.somewhere());
    for (int i = 0; i < FREE - 1; i++) {
      assertThat(login(installation.somewhere())).isEmpty();
    }
    throttle.succeeded(throttle.login("jane", jane, showing(shown)));

    assertThat(login(installation.somewhere())).isEmpty();
    assertThat(login(installation.somewhere())).isPresent();
  }

  @Test
  void isRefusedForNoLongerThanStrangersAre() {
    String shown = throttle.deviceAfter(jane.get(), installation.somewhere());
    strangersFail();
    installation.pass(Duration.ofMillis(500));
    for (int i = 0; i < FREE; i++) {
      assertThat(login(showing(shown))).isEmpty();
    }
    installation.pass(Duration.ofMillis(499));

    assertThat(login(showing(shown))).contains(1L);
    installation.pass(Duration.ofMillis(1));
    assertThat(login(showing(shown))).isEmpty();
  }

  @Test
  void isNobodysForAnUnknownIdentifier() {
    Origin laptop = showing(throttle.deviceAfter(new UUID(0, 0), installation.somewhere()));
    strangersFail();

    assertThat(refusal(() -> throttle.login("jane", Optional.empty(), laptop))).contains(1L);
  }

  private void strangersFail() {
    for (int i = 0; i < FREE; i++) {
      assertThat(login(installation.somewhere())).isEmpty();
    }
    assertThat(login(installation.somewhere())).isPresent();
  }

  private Optional<Long> login(Origin origin) {
    return refusal(() -> throttle.login("jane", jane, origin));
  }

  private Origin showing(String device) {
    return new Origin(installation.somewhere().ip(), "a browser", device);
  }
}
