package dev.signet.authorize;

import static dev.signet.authorize.Progress.Decision.ALLOWED;
import static dev.signet.authorize.Progress.Decision.DENIED;
import static dev.signet.authorize.Progress.Decision.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant BEFORE = NOW.minusSeconds(60);
  private static final Instant LATER = NOW.plusSeconds(5);

  @Test
  void isNothingAtFirst() {
    Progress none = Progress.none(NOW);
    assertThat(none).isEqualTo(new Progress(Optional.empty(), false, OPEN, NOW));
    assertThat(none.hasLoggedInSince(NOW)).isFalse();
  }

  @Test
  void isReadAsItWasWritten() {
    for (Progress one :
        List.of(
            Progress.none(NOW),
            Progress.none(NOW).renewing(NOW),
            Progress.none(NOW).askingForLogin(BEFORE, NOW),
            Progress.none(NOW).askingForLogin(Instant.EPOCH, NOW),
            Progress.none(NOW).decided(ALLOWED, NOW),
            Progress.none(NOW).renewing(NOW).askingForLogin(BEFORE, NOW).decided(DENIED, NOW))) {
      assertThat(Progress.parse(one.text(), NOW)).contains(one);
    }
  }

  @Test
  void isWrittenInSecondsWithoutAnythingToEscape() {
    assertThat(Progress.none(NOW).text()).isEqualTo(".0.o." + NOW.getEpochSecond());
    assertThat(
            new Progress(Optional.of(BEFORE.plusMillis(999)), true, ALLOWED, NOW.plusMillis(999))
                .text())
        .isEqualTo(BEFORE.getEpochSecond() + ".1.a." + NOW.getEpochSecond());
  }

  @Test
  void countsForAQuarterOfAnHour() {
    String text = Progress.none(NOW).text();
    Instant end = NOW.plus(Duration.ofMinutes(15));
    assertThat(Progress.parse(text, end.minusMillis(1))).isPresent();
    assertThat(Progress.parse(text, end)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "...",
        ".0.o.",
        ".0.x.1777636800",
        ".2.o.1777636800",
        "-1.0.o.1777636800",
        ".0.o.-1777636800",
        ".0.o.1777636800.",
        " .0.o.1777636800",
        "1234567890123.0.o.1777636800",
        ".0.o.1234567890123",
      })
  void isNothingOfAnyOtherForm(String text) {
    assertThat(Progress.parse(text, NOW)).isEmpty();
  }

  @Test
  void knowsALoginByThatItCameAfterTheOneBefore() {
    Progress asked = Progress.none(NOW).askingForLogin(BEFORE, NOW);
    assertThat(asked.hasLoggedInSince(BEFORE)).isFalse();
    assertThat(asked.hasLoggedInSince(BEFORE.minusSeconds(1))).isFalse();
    assertThat(asked.hasLoggedInSince(BEFORE.plusSeconds(1))).isTrue();
  }

  /** Who has logged in anew has decided nothing: it may be somebody else. */
  @Test
  void forgetsADecisionWhereSomebodyIsToLogIn() {
    Progress decided = Progress.none(NOW).renewing(NOW).decided(ALLOWED, NOW);
    assertThat(decided.askingForLogin(BEFORE, LATER))
        .isEqualTo(new Progress(Optional.of(BEFORE), true, OPEN, LATER));
  }

  @Test
  void keepsTheRestWhereOneThingIsDone() {
    Progress asked = Progress.none(NOW).askingForLogin(BEFORE, NOW);
    assertThat(asked.renewing(LATER))
        .isEqualTo(new Progress(Optional.of(BEFORE), true, OPEN, LATER));
    assertThat(asked.decided(DENIED, LATER))
        .isEqualTo(new Progress(Optional.of(BEFORE), false, DENIED, LATER));
    assertThat(Progress.none(NOW).decided(ALLOWED, NOW).renewing(LATER).decision())
        .isEqualTo(ALLOWED);
  }
}
