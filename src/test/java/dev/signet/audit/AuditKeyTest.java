package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.database.Database;
import dev.signet.platform.CannotStart;
import dev.signet.platform.TestEnvironments;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts of one installation, under one secret or another. */
class AuditKeyTest {

  private static final String URL = "jdbc:h2:mem:audit-key;MODE=PostgreSQL";
  private static final AuditEvent RECORD = TestRecords.record("a browser");

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
  void isMadeOnceAndSignsTheHead() throws SQLException {
    AuditKey first = start("one", "");
    AuditKey second = start("one", "");

    assertThat(hash(second)).isEqualTo(hash(first));
    assertThat(new AuditHead(0, "", 0, "", column("mac")).isGenuine(second.chain())).isTrue();
    assertThat(second.isStoredAs(column("sealed_key"))).isTrue();
  }

  @Test
  void isAnotherInEachInstallation() throws SQLException {
    String first = hash(start("one", ""));
    drop();
    open();

    assertThat(hash(start("one", ""))).isNotEqualTo(first);
  }

  /** The records of before verify after, and the secret of before is needed no more. */
  @Test
  void outlivesTheSecret() throws SQLException {
    AuditKey before = start("one", "");
    AuditKey after = start("two", "one");

    assertThat(hash(after)).isEqualTo(hash(before));
    assertThat(hash(start("two", ""))).isEqualTo(hash(before));
    assertThat(before.isStoredAs(column("sealed_key"))).isFalse();
  }

  @Test
  void stopsTheStartUnderASecretThatDoesNotOpenIt() {
    start("one", "");

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> start("two", ""))
        .withMessageContaining("SIGNET_SECRET does not open the key of the audit");
  }

  /** Another key would make what was edited look as if it had been written so. */
  @Test
  void isNotMadeAnewWhereItWasRemoved() throws SQLException {
    start("one", "");
    execute("update audit_head set sealed_key = null");

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> start("one", ""))
        .withMessageContaining("docs/audit.md");
    execute("delete from audit_head");
    assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> start("one", ""));
  }

  private static String hash(AuditKey key) {
    return key.chain().hash("", 1, RECORD);
  }

  private static AuditKey start(String secret, String previous) {
    return new AuditKey(
        Database.open(
            TestEnvironments.of(
                Map.of(
                    "SIGNET_DB_URL", URL,
                    "SIGNET_SECRET", secret.repeat(16),
                    "SIGNET_SECRET_PREVIOUS", previous.repeat(16)))));
  }

  private String column(String name) throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet row = statement.executeQuery("select " + name + " from audit_head")) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String text) throws SQLException {
    try (Statement statement = open.createStatement()) {
      statement.execute(text);
    }
  }
}
