package dev.signet.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.logout.LogoutSettings.Retries;
import dev.signet.platform.CannotStart;
import dev.signet.session.LiveSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogoutNoticeTest {

  private static final Instant LOGOUT = Instant.parse("2026-05-01T12:00:00.000Z");
  private static final Retries RETRIES =
      new Retries(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(100));

  private final LogoutNotice notice =
      new LogoutNotice(
          new LiveSession.Ended("login", UUID.randomUUID(), Set.of("shop")), "shop", LOGOUT);

  @Test
  void isDueAtOnce() {
    assertThat(notice.dueAt()).isEqualTo(LOGOUT);
    assertThat(notice.id()).matches("[A-Za-z0-9_-]{22}");
  }

  @Test
  void waitsTwiceAsLongAfterEachAttempt() {
    for (int pause : new int[] {5, 10, 20, 30, 30}) {
      notice.take(LOGOUT.plusSeconds(1));
      assertThat(notice.fail(LOGOUT, RETRIES)).isTrue();
      assertThat(notice.dueAt()).isEqualTo(LOGOUT.plusSeconds(pause));
    }
  }

  @Test
  void isGivenUpWhenTheNextAttemptWouldBeTooLate() {
    notice.take(LOGOUT);

    assertThat(notice.fail(LOGOUT.plusSeconds(95), RETRIES)).isTrue();
    assertThat(notice.fail(LOGOUT.plusSeconds(96), RETRIES)).isFalse();
  }

  @Test
  void hasNoPauseThatIsLongerThanTheLongest() {
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new Retries(second.multipliedBy(2), second, second))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("signet.logout.retry.longest");
  }
}
