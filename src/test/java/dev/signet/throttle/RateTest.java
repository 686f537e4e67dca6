package dev.signet.throttle;

import static dev.signet.throttle.TestThrottles.at;
import static dev.signet.throttle.TestThrottles.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.origin.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** So many at once, and as many more spread over a period. */
class RateTest {

  private static final Optional<UUID> NOBODY = Optional.empty();

  private final TestThrottles installation = TestThrottles.of(TestThrottles.START);
  private final Throttle throttle = installation.throttle();

  @Test
  void letsAHundredLoginsFromAnAddressFail() {
    Origin address = at("192.0.2.1");
    for (int i = 0; i < 100; i++) {
      throttle.login("p" + i, NOBODY, address);
    }

    assertThat(refusal(() -> throttle.login("q", NOBODY, address))).contains(6L);
    installation.pass(Duration.ofSeconds(6));
    throttle.login("q", NOBODY, address);
    assertThat(refusal(() -> throttle.login("q", NOBODY, address))).contains(6L);
  }

  @Test
  void countsNoLoginFromAnAddressThatSucceeds() {
    Origin address = at("192.0.2.1");
    for (int i = 0; i < 150; i++) {
      throttle.succeeded(throttle.login("p" + i, NOBODY, address));
    }

    assertThat(refusal(() -> throttle.login("q", NOBODY, address))).isEmpty();
  }

  @Test
  void countsClientsOfIpv6ByTheirNetwork() {
    for (int i = 0; i < 30; i++) {
      throttle.signup(at("2001:db8:1:2::" + i));
    }

    assertThat(refusal(() -> throttle.signup(at("2001:db8:1:2:ffff::1")))).contains(20L);
    assertThat(refusal(() -> throttle.signup(at("2001:db8:1:3::1")))).isEmpty();
  }

  @Test
  void limitsMailsByTheAddressTheyGoTo() {
    for (int i = 0; i < 5; i++) {
      throttle.mail("RESET_PASSWORD", "jane@example.org", installation.somewhere());
    }

    assertThat(
            refusal(
                () ->
                    throttle.mail("RESET_PASSWORD", "jane@example.org", installation.somewhere())))
        .contains(720L);
    assertThat(
            refusal(
                () ->
                    throttle.mail("RESET_PASSWORD", "john@example.org", installation.somewhere())))
        .isEmpty();
  }

  /** Or who asks for mails of one kind would keep the owner of an address from another. */
  @Test
  void limitsEachKindOfMailByItself() {
    for (int i = 0; i < 5; i++) {
      throttle.mail("VERIFY_EMAIL", "jane@example.org", installation.somewhere());
    }

    throttle.mail("RESET_PASSWORD", "jane@example.org", installation.somewhere());
  }

  @Test
  void limitsMailsByTheAddressThatAsksForThem() {
    for (int i = 0; i < 30; i++) {
      throttle.mail("RESET_PASSWORD", "p" + i, at("192.0.2.1"));
    }

    assertThat(refusal(() -> throttle.mail("RESET_PASSWORD", "q", at("192.0.2.1")))).contains(20L);
  }

  @Test
  void limitsLinks() {
    for (int i = 0; i < 60; i++) {
      throttle.link(at("192.0.2.1"));
    }

    assertThat(refusal(() -> throttle.link(at("192.0.2.1")))).contains(10L);
  }
}
