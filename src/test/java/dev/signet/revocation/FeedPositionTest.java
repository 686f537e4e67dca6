package dev.signet.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedPositionTest {

  private static final Duration HORIZON = Duration.ofMinutes(5);
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private final FeedPosition position = new FeedPosition(HORIZON);

  @Test
  void beginsBeforeTheFirstNumber() {
    assertThat(position.settled()).isZero();
  }

  @Test
  void staysWhereItIsWhenNothingIsFound() {
    read(NOW);
    assertThat(position.settled()).isZero();
  }

  @Test
  void settlesWhatHasNoGap() {
    read(NOW, 1, 2, 3);
    assertThat(position.settled()).isEqualTo(3);
    read(NOW, 4);
    assertThat(position.settled()).isEqualTo(4);
  }

  @Test
  void waitsForAGapToFill() {
    read(NOW, 1, 3, 4);
    assertThat(position.settled()).isEqualTo(1);
    read(NOW.plusSeconds(1), 2, 3, 4);
    assertThat(position.settled()).isEqualTo(4);
  }

  /** A reading does not have to find again what an earlier one has seen. */
  @Test
  void remembersWhatItHasSeenBeyondTheGap() {
    read(NOW, 3, 2);
    read(NOW.plusSeconds(1), 1);
    assertThat(position.settled()).isEqualTo(3);
  }

  @Test
  void waitsForEachOfTwoGaps() {
    read(NOW, 2, 4);
    read(NOW, 1, 2, 4);
    assertThat(position.settled()).isEqualTo(2);
    read(NOW, 3, 4);
    assertThat(position.settled()).isEqualTo(4);
  }

  @Test
  void takesNumbersInAnyOrderAndTwice() {
    read(NOW, 3, 1, 2, 3, 1);
    assertThat(position.settled()).isEqualTo(3);
    read(NOW, 2, 1);
    assertThat(position.settled()).isEqualTo(3);
  }

  @Test
  void givesAGapUpAtTheVeryEndOfTheHorizon() {
    read(NOW, 1, 3);
    read(NOW.plus(HORIZON).minusMillis(1), 3);
    assertThat(position.settled()).isEqualTo(1);
    read(NOW.plus(HORIZON), 3);
    assertThat(position.settled()).isEqualTo(3);
  }

  /** The gap below 3 is old, the one below 5 was seen a second ago only. */
  @Test
  void givesUpOldGapsAlone() {
    read(NOW, 3);
    read(NOW.plus(HORIZON).minusSeconds(1), 3, 5);
    read(NOW.plus(HORIZON), 3, 5);
    assertThat(position.settled()).isEqualTo(3);
    read(NOW.plus(HORIZON).plus(HORIZON).minusSeconds(1), 5);
    assertThat(position.settled()).isEqualTo(5);
  }

  @Test
  void givesUpEvenWhenNothingIsFoundAnyMore() {
    read(NOW, 3);
    read(NOW.plus(HORIZON));
    assertThat(position.settled()).isEqualTo(3);
  }

  @Test
  void beginsAnywhere() {
    read(NOW, 1_000_000_001, 1_000_000_003);
    assertThat(position.settled()).isZero();
    read(NOW.plus(HORIZON), 1_000_000_003);
    assertThat(position.settled()).isEqualTo(1_000_000_003);
    read(NOW.plus(HORIZON), 1_000_000_004);
    assertThat(position.settled()).isEqualTo(1_000_000_004);
  }

  private void read(Instant now, long... found) {
    position.read(java.util.Arrays.stream(found).boxed().toList(), now);
  }

  @Test
  void neverGoesBack() {
    read(NOW, 1, 2, 3);
    position.read(List.of(), NOW.minus(HORIZON));
    read(NOW, 1);
    assertThat(position.settled()).isEqualTo(3);
  }
}
