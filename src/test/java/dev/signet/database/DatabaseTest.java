package dev.signet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Environment;
import dev.signet.platform.TestEnvironments;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {

  @TempDir private Path directory;

  @Test
  void bringsANewDatabaseUpToDate() throws SQLException {
    assertThat(column(open(), "select table_name from information_schema.tables order by 1"))
        .contains("account", "key_ring", "revocation", "session", "signing_key");
  }

  @Test
  void findsItUpToDateTheSecondTime() throws SQLException {
    String history = "select installed_on from \"flyway_schema_history\" order by 1";
    List<String> first = column(open(), history);
    assertThat(column(open(), history)).isEqualTo(first).isNotEmpty();
  }

  @Test
  void keepsWhatWasWrittenBefore() throws SQLException {
    execute(open(), "insert into key_ring (id) values (7)");
    assertThat(column(open(), "select id from key_ring order by id")).containsExactly("1", "7");
  }

  @Test
  void makesItsSecretBesideTheFile() {
    byte[] first = Database.open(withoutSecret()).secret().derive("csrf");
    assertThat(directory.resolve("secret")).exists();
    assertThat(Database.open(withoutSecret()).secret().derive("csrf")).isEqualTo(first);
  }

  @Test
  void refusesTheSchemaOfANewerSignet() throws SQLException {
    insertMigration("9000.1", true);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(this::open)
        .withMessage(
            "The database was written by a newer Signet (schema 9000.1): deploy that version, or"
                + " restore the backup made before the upgrade.");
  }

  @Test
  void refusesASchemaThatStoppedHalfWay() throws SQLException {
    execute(open(), "update \"flyway_schema_history\" set \"success\" = false");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(this::open)
        .withMessageStartingWith("The schema could not be brought up to date; nothing was started");
  }

  @Test
  void refusesASchemaThatIsNotOurs() throws SQLException {
    execute(open(), "update \"flyway_schema_history\" set \"checksum\" = 1");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(this::open)
        .withMessageStartingWith("The schema could not be brought up to date; nothing was started");
  }

  @Test
  void refusesADatabaseThatSomethingElseWrote() throws SQLException {
    Environment environment = environment();
    Database database = Database.open(environment);
    execute(database, "drop table \"flyway_schema_history\"");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> Database.open(environment))
        .withMessageStartingWith("The schema could not be brought up to date");
  }

  @Test
  void saysWhatToCheckWhenNoServerListens() throws IOException {
    Map<String, String> variables =
        Map.of(
            "SIGNET_DB_URL",
            "jdbc:postgresql://127.0.0.1:" + closedPort() + "/signet",
            "SIGNET_DB_USER",
            "signet",
            "SIGNET_DB_PASSWORD",
            "hunter2",
            "SIGNET_SECRET",
            TestEnvironments.SECRET);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> Database.open(TestEnvironments.of(variables)))
        .withMessageStartingWith("The database cannot be opened")
        .withMessageContaining("SIGNET_DB_URL")
        .withMessageNotContaining("hunter2")
        .withMessageNotContaining(TestEnvironments.SECRET);
  }

  @Test
  void saysWhatToCheckWhenTheFileIsNoDatabase() throws IOException {
    Files.writeString(directory.resolve("signet.mv.db"), "no database");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(this::open)
        .withMessageStartingWith("The database cannot be opened");
  }

  @Test
  void saysWhatToCheckWhenThePasswordIsWrong() {
    Database.open(as("signet", "hunter2"));
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> Database.open(as("signet", "hunter3")))
        .withMessageStartingWith("The database cannot be opened")
        .withMessageContaining("SIGNET_DB_PASSWORD")
        .withMessageNotContaining("hunter");
  }

  @Test
  void doesNotWaitForAnAnswerForEver() throws SQLException {
    assertThat(secondsFor("jdbc:postgresql://127.0.0.1/signet")).isEqualTo(30);
    assertThat(secondsFor("jdbc:postgresql://127.0.0.1/signet?socketTimeout=7")).isEqualTo(7);
  }

  private static int secondsFor(String url) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    return Database.impatient(source).getSocketTimeout();
  }

  private Database open() {
    return Database.open(environment());
  }

  private Environment environment() {
    return TestEnvironments.ofDatabase(url());
  }

  private Environment withoutSecret() {
    return TestEnvironments.of(Map.of("SIGNET_DB_URL", url()));
  }

  private Environment as(String user, String password) {
    return TestEnvironments.of(
        Map.of(
            "SIGNET_DB_URL",
            url(),
            "SIGNET_DB_USER",
            user,
            "SIGNET_DB_PASSWORD",
            password,
            "SIGNET_SECRET",
            TestEnvironments.SECRET));
  }

  /** Closed when its last connection is, so that each test leaves nothing open. */
  private String url() {
    return "jdbc:h2:file:"
        + directory.resolve("signet")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
  }

  private void insertMigration(String version, boolean success) throws SQLException {
    execute(
        open(),
        """
        insert into "flyway_schema_history" ("installed_rank", "version", "description", "type",
          "script", "checksum", "installed_by", "execution_time", "success")
        values (99, '%s', 'later', 'SQL', 'V%s__later.sql', 1, 'x', 1, %s)\
        """
            .formatted(version, version, success));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> column(Database database, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Test
  void showsNoPasswordOfAMalformedAddress() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () ->
                Database.open(
                    TestEnvironments.ofDatabase(
                        "jdbc:postgresql://localhost:notaport/db?user=u&password=hunter2")))
        .withMessageStartingWith("SIGNET_DB_URL is malformed")
        .withMessageNotContaining("hunter2")
        .withNoCause();
  }
}
