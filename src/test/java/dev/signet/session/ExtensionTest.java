package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.TestAccounts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A refresh that leaves the refresh token good, as the database does it. */
class ExtensionTest {

  private static final Instant OPENED = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant LATER = OPENED.plus(Duration.ofHours(3));

  /** Else each extension would begin the grace anew for whoever holds an older token. */
  @Test
  void changesNeitherTheGenerationNorTheTimeOfTheRefresh() throws SQLException {
    try (RotationTable table = new RotationTable(TestAccounts.jane("user"), OPENED)) {
      String refreshed = table.column("refreshed_at");

      assertThat(table.lasts(3, false, 3, LATER)).isTrue();

      assertThat(table.column("generation")).isEqualTo("3");
      assertThat(table.column("refreshed_at")).isEqualTo(refreshed);
    }
  }

  @Test
  void isForTheLatestGenerationOfASessionThatIsAlive() throws SQLException {
    try (RotationTable table = new RotationTable(TestAccounts.jane("user"), OPENED)) {
      assertThat(table.lasts(3, false, 2, LATER)).isFalse();
      assertThat(table.lasts(3, false, 4, LATER)).isFalse();
      assertThat(table.lasts(3, true, 3, LATER)).isFalse();
      assertThat(table.lasts(3, false, 3, OPENED.plus(Duration.ofDays(1)))).isFalse();
    }
  }

  @Test
  void neverOutlastsTheSession() throws SQLException {
    try (RotationTable table = new RotationTable(TestAccounts.jane("user"), OPENED)) {
      table.lasts(0, false, 0, LATER);

      assertThat(table.column("idle_expires_at")).isEqualTo(table.column("expires_at"));
    }
  }
}
