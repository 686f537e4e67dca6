package dev.signet.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.database.Database;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Environment;
import dev.signet.platform.TestEnvironments;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts of one installation, under one secret or another. */
class SubjectKeyTest {

  private static final String URL = "jdbc:h2:mem:subject-key;MODE=PostgreSQL";
  private static final UUID JANE = UUID.fromString("5f0c0b4e-7d2a-4b83-9a0e-3f3c6b1c9d10");

  private Connection open;

  @BeforeEach
  void open() throws SQLException {
    open = DriverManager.getConnection(URL);
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  @Test
  void isMadeOnce() {
    assertThat(jane("one", "")).isEqualTo(jane("one", ""));
  }

  @Test
  void isAnotherInEachInstallation() throws SQLException {
    String first = jane("one", "");
    drop();
    open();

    assertThat(jane("one", "")).isNotEqualTo(first);
  }

  /** O-1: clients know people by these names for ever. */
  @Test
  void outlivesTheSecret() {
    String before = jane("one", "");

    assertThat(jane("two", "one")).isEqualTo(before);
    assertThat(jane("two", "")).isEqualTo(before);
  }

  /** An ID token of the day before, and a logout token of today, have to tell of the same login. */
  @Test
  void hasTheNamesOfLoginsOutliveTheSecret() {
    String before = login("one", "");

    assertThat(login("two", "one")).isEqualTo(before);
    assertThat(login("two", "")).isEqualTo(before);
  }

  @Test
  void stopsTheStartUnderASecretThatDoesNotOpenIt() {
    jane("one", "");

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> jane("two", ""))
        .withMessageContaining("SIGNET_SECRET does not open the key of subjects");
  }

  @Test
  void isNotMadeAnewWhereItsRowWasRemoved() throws SQLException {
    jane("one", "");
    try (Statement statement = open.createStatement()) {
      statement.execute("delete from subject_key");
    }

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> jane("one", ""))
        .withMessageContaining("from a backup");
  }

  private static String jane(String secret, String previous) {
    return key(secret, previous).subjects().of(JANE, Optional.of("shop.example"));
  }

  private static String login(String secret, String previous) {
    return key(secret, previous).clientSessionIds().of("session", "shop");
  }

  private static SubjectKey key(String secret, String previous) {
    return new SubjectKey(Database.open(environment(secret, previous)));
  }

  private static Environment environment(String secret, String previous) {
    return TestEnvironments.of(
        Map.of(
            "SIGNET_DB_URL", URL,
            "SIGNET_SECRET", secret.repeat(16),
            "SIGNET_SECRET_PREVIOUS", previous.repeat(16)));
  }
}
