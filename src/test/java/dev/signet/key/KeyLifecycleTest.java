package dev.signet.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.key.SigningKey.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeyLifecycleTest {

  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TICK = Duration.ofMillis(1);

  private int made;

  @Test
  void beginsWithOneThatSignsAndTwoAhead() {
    assertThat(words(KeyLifecycle.completed(List.of(), NOW, this::generated)))
        .containsExactly("ACTIVE new1", "NEXT new2", "NEXT new3");
  }

  @Test
  void hasNothingToAddToACompleteRing() {
    List<SigningKey> complete = List.of(active("a"), next("b", 2), next("c", 1));
    assertThat(KeyLifecycle.completed(complete, NOW, this::generated)).isEqualTo(complete);
    assertThat(made).isZero();
  }

  @Test
  void addsWhatIsMissingAhead() {
    assertThat(
            words(KeyLifecycle.completed(List.of(active("a"), next("b", 1)), NOW, this::generated)))
        .containsExactly("ACTIVE a", "NEXT b", "NEXT new1");
    assertThat(words(KeyLifecycle.completed(List.of(active("a")), NOW, this::generated)))
        .containsExactly("ACTIVE a", "NEXT new2", "NEXT new3");
  }

  /** As after a restored backup or a hand in the table. */
  @Test
  void promotesWhenNoKeySigns() {
    assertThat(
            words(
                KeyLifecycle.completed(List.of(next("b", 2), next("c", 1)), NOW, this::generated)))
        .containsExactly("ACTIVE b", "NEXT c", "NEXT new1");
    assertThat(words(KeyLifecycle.completed(List.of(retired("a", DAY)), NOW, this::generated)))
        .containsExactly("ACTIVE new2", "NEXT new3", "NEXT new4", "RETIRED a");
  }

  @Test
  void keepsMoreAheadThanAreNeeded() {
    List<SigningKey> keys = List.of(active("a"), next("b", 3), next("c", 2), next("d", 1));
    assertThat(KeyLifecycle.completed(keys, NOW, this::generated)).isEqualTo(keys);
  }

  @Test
  void promotesTheOldestWhateverTheOrderOfRows() {
    List<SigningKey> keys = List.of(next("b", 1), next("c", 2), active("a"));
    assertThat(words(rotated(keys, DAY)))
        .containsExactly("ACTIVE c", "NEXT b", "NEXT new1", "RETIRED a");
  }

  @Test
  void promotesByNameThoseOfOneMoment() {
    List<SigningKey> keys = List.of(next("c", 1), next("b", 1), active("a"));
    assertThat(words(rotated(keys, DAY))).contains("ACTIVE b", "NEXT c");
  }

  @Test
  void saysSinceWhenAKeyIsInItsState() {
    List<SigningKey> keys = rotated(List.of(active("a"), next("b", 2), next("c", 1)), DAY);
    assertThat(since(keys, "a")).isEqualTo(NOW);
    assertThat(since(keys, "b")).isEqualTo(NOW);
    assertThat(since(keys, "c")).isEqualTo(NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void publishesAKeyForTwoRotationsBeforeItSigns() {
    List<SigningKey> first = rotated(List.of(active("a"), next("b", 2), next("c", 1)), DAY);
    List<SigningKey> second = rotated(first, DAY);
    assertThat(words(first)).contains("NEXT new1");
    assertThat(words(second)).contains("NEXT new1", "NEXT new2", "ACTIVE c");
    assertThat(words(rotated(second, DAY))).contains("ACTIVE new1");
  }

  @Test
  void alwaysHasOneThatSignsAndTwoAhead() {
    List<SigningKey> keys = KeyLifecycle.completed(List.of(), NOW, this::generated);
    for (int rotation = 0; rotation < 10; rotation++) {
      keys = rotated(keys, Duration.ZERO);
      assertThat(keys).filteredOn(key -> key.state() == State.ACTIVE).hasSize(1);
      assertThat(keys).filteredOn(key -> key.state() == State.NEXT).hasSize(KeyLifecycle.AHEAD);
    }
  }

  @Test
  void forgetsARetiredKeyWhenItsRetentionHasPassedExactly() {
    List<SigningKey> keys = new ArrayList<>(List.of(active("a"), next("b", 2), next("c", 1)));
    keys.add(retired("kept", DAY.minus(TICK)));
    keys.add(retired("forgotten", DAY));
    assertThat(words(rotated(keys, DAY)))
        .contains("RETIRED kept", "RETIRED a")
        .doesNotContain("RETIRED forgotten");
  }

  @Test
  void neverForgetsTheKeyThatSignedUntilNow() {
    List<SigningKey> keys = List.of(active("a"), next("b", 2), next("c", 1));
    assertThat(words(rotated(keys, Duration.ZERO))).contains("RETIRED a");
  }

  @Test
  void isDueAtTheVeryEndOfTheInterval() {
    List<SigningKey> keys = List.of(active("a"), next("b", 1));
    Instant since = since(keys, "a");
    assertThat(KeyLifecycle.isDue(keys, since.plus(DAY).minus(TICK), DAY)).isFalse();
    assertThat(KeyLifecycle.isDue(keys, since.plus(DAY), DAY)).isTrue();
    assertThat(KeyLifecycle.isDue(keys, since.plus(DAY).plus(TICK), DAY)).isTrue();
  }

  @Test
  void isNeverDueForKeysThatDoNotSign() {
    assertThat(KeyLifecycle.isDue(List.of(next("b", 999), retired("a", DAY)), NOW, DAY)).isFalse();
    assertThat(KeyLifecycle.isDue(List.of(), NOW, DAY)).isFalse();
  }

  private SigningKey generated() {
    return TestKeys.of(State.NEXT, "new" + ++made, NOW);
  }

  private List<SigningKey> rotated(List<SigningKey> keys, Duration retention) {
    return KeyLifecycle.rotated(keys, NOW, retention, this::generated);
  }

  private static SigningKey active(String kid) {
    return TestKeys.of(State.ACTIVE, kid, NOW.minus(Duration.ofDays(90)));
  }

  private static SigningKey next(String kid, int hoursOld) {
    return TestKeys.of(State.NEXT, kid, NOW.minus(Duration.ofHours(hoursOld)));
  }

  private static SigningKey retired(String kid, Duration ago) {
    return TestKeys.of(State.RETIRED, kid, NOW.minus(ago));
  }

  private static Instant since(List<SigningKey> keys, String kid) {
    return keys.stream()
        .filter(key -> Objects.equals(key.kid(), kid))
        .findFirst()
        .orElseThrow()
        .since();
  }

  private static List<String> words(List<SigningKey> keys) {
    return keys.stream().map(key -> key.state() + " " + key.kid()).sorted().toList();
  }
}
