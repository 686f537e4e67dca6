package dev.signet.mail;

import static dev.signet.mail.TestMails.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.mail.MailSettings.Retries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Retries RETRIES =
      new Retries(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(200));

  private final Mail mail = new Mail(NOON).holding("sealed");

  @Test
  void isDueAtOnce() {
    assertThat(mail.dueAt()).contains(NOON);
  }

  @Test
  void isDueAgainWhenWhoTookItDoesNotComeBack() {
    mail.take(NOON.plus(LEASE));
    assertThat(mail.dueAt()).contains(NOON.plus(LEASE));
  }

  @Test
  void isTriedAfterPausesThatDoubleUpToTheLongestAndThenGivenUp() {
    List<Long> pauses = new ArrayList<>();
    Instant now = NOON;
    while (mail.dueAt().isPresent()) {
      mail.take(now.plus(LEASE));
      mail.fail(now, RETRIES);
      Instant next = mail.dueAt().orElse(now);
      pauses.add(Duration.between(now, next).toSeconds());
      now = next;
    }

    assertThat(pauses).containsExactly(10L, 20L, 40L, 60L, 60L, 0L);
    assertThat(mail.failedAt()).contains(NOON.plusSeconds(190));
    assertThat(mail.content()).isEmpty();
  }

  @Test
  void isTriedAtTheLastMomentToo() {
    mail.take(NOON.plus(LEASE));
    mail.fail(NOON.plusSeconds(190), RETRIES);
    assertThat(mail.dueAt()).contains(NOON.plusSeconds(200));
  }

  @Test
  void isGivenUpOneMillisecondLater() {
    mail.take(NOON.plus(LEASE));
    mail.fail(NOON.plusSeconds(190).plusMillis(1), RETRIES);
    assertThat(mail.dueAt()).isEmpty();
  }

  /** After ten years of attempts, too. */
  @Test
  void neverPausesLongerThanTheLongest() {
    for (int i = 0; i < 10_000; i++) {
      mail.take(NOON);
    }
    mail.fail(NOON, RETRIES);
    assertThat(mail.dueAt()).contains(NOON.plusSeconds(60));
  }

  @Test
  void knowsWhenAnotherHasTakenIt() {
    Mail other = new Mail(NOON);
    mail.take(NOON);
    other.take(NOON);
    assertThat(mail.isInTheAttemptOf(other)).isTrue();
    mail.take(NOON);
    assertThat(mail.isInTheAttemptOf(other)).isFalse();
  }
}
