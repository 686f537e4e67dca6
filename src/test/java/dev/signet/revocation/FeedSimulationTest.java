package dev.signet.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions that commit in any order while a node reads the feed, in seconds. */
class FeedSimulationTest {

  private static final int HORIZON = 20;
  private static final int SECONDS = 400;
  private static final int RUNS = 200;
  private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

  /** A number is given out at once and seen from a later second on, or never if it rolled back. */
  private record Row(long seq, int given, int visible) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 19, 20})
  void missesNoNumberThatAppearsWithinTheHorizon(int slowest) {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      List<Row> rows = rows(random, slowest);
      Set<Long> read = readAll(random, rows);
      assertThat(rows)
          .as("seed %s", seed)
          .filteredOn(row -> row.visible() < SECONDS - HORIZON)
          .allMatch(row -> read.contains(row.seq()));
    }
  }

  /** Gaps are not read again for ever: a table that grows would be read whole each second. */
  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void settlesInTheEnd(int slowest) {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      List<Row> rows = rows(random, slowest);
      FeedPosition position = new FeedPosition(Duration.ofSeconds(HORIZON));
      int end = SECONDS + slowest;
      poll(position, rows, end);
      poll(position, rows, end + HORIZON);
      assertThat(position.settled()).isEqualTo(highest(rows));
    }
  }

  private static List<Row> rows(Random random, int slowest) {
    List<Row> rows = new ArrayList<>();
    long seq = random.nextInt(3) * 1000L;
    for (int second = 0; second < SECONDS; second++) {
      for (int i = random.nextInt(3); i > 0; i--) {
        seq++;
        boolean rolledBack = random.nextInt(10) == 0;
        if (!rolledBack) {
          rows.add(new Row(seq, second, second + random.nextInt(slowest)));
        }
      }
    }
    return rows;
  }

  /** Polls at odd times; after a number was given out, another may be seen at once. */
  private static Set<Long> readAll(Random random, List<Row> rows) {
    FeedPosition position = new FeedPosition(Duration.ofSeconds(HORIZON));
    Set<Long> read = new TreeSet<>();
    for (int second = 0; second < SECONDS; second += random.nextInt(4)) {
      read.addAll(poll(position, rows, second));
    }
    read.addAll(poll(position, rows, SECONDS));
    return read;
  }

  private static List<Long> poll(FeedPosition position, List<Row> rows, int second) {
    List<Long> found =
        rows.stream()
            .filter(row -> row.visible() <= second && row.seq() > position.settled())
            .map(Row::seq)
            .toList();
    position.read(found, START.plusSeconds(second));
    return found;
  }

  private static long highest(List<Row> rows) {
    return rows.get(rows.size() - 1).seq();
  }
}
