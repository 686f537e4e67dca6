package dev.signet.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that find at the same moment that the signing key is due. */
@Timeout(20)
class RotationRaceTest {

  private static final Duration INTERVAL = Duration.ofDays(90);
  private static final Instant DUE = TestInstallation.START.plus(INTERVAL);

  @TempDir private Path directory;

  /** Both have read that it is due before either may change it. */
  @Test
  void rotatesOnce() throws Exception {
    try (TestInstallation installation = TestInstallation.inFile(directory).seed();
        Connection lock = installation.open("s", "").connections().getConnection()) {
      List<SigningKeys> nodes = List.of(installation.node(DUE), installation.node(DUE));
      lock(lock);
      List<FutureTask<String>> rotations = new ArrayList<>();
      for (SigningKeys node : nodes) {
        rotations.add(waiting(node));
      }
      lock.commit();
      for (FutureTask<String> rotation : rotations) {
        assertThat(rotation.get()).isEqualTo("b");
      }
      assertThat(installation.states()).hasSize(4).contains("RETIRED a", "ACTIVE b", "NEXT c");
    }
  }

  private static void lock(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("select id from key_ring where id = 1 for update").close();
    }
  }

  /** Returns once the node waits for its turn to change the keys. */
  private static FutureTask<String> waiting(SigningKeys node) {
    FutureTask<String> rotation =
        new FutureTask<>(
            () -> {
              node.keepUp(INTERVAL, Duration.ofDays(1), told -> {});
              return node.ring().signer();
            });
    Thread thread = new Thread(rotation);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING && !rotation.isDone()) {
      Thread.onSpinWait();
    }
    return rotation;
  }
}
