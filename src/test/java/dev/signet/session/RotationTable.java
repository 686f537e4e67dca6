package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.database.Database;
import dev.signet.platform.TestEnvironments;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The one statement that decides a refresh, run by a real database on a row of one's choice. */
final class RotationTable implements AutoCloseable {

  private static final String URL = "jdbc:h2:mem:rotation;MODE=PostgreSQL;DB_CLOSE_DELAY=-1";
  static final Duration LIFETIME = Duration.ofDays(1);
  static final Duration BROWSER = Duration.ofMinutes(30);
  static final Duration REMEMBERED = Duration.ofHours(5);
  static final Duration OFFLINE = Duration.ofHours(7);

  private final Map<Asked, Optional<Row>> answers = new HashMap<>();
  private final Connection connection;
  private final Instant opened;

  /** What of the row decides. */
  record Row(int generation, Instant refreshedAt, boolean revoked) {}

  private record Asked(Row row, int presented, Instant now) {}

  RotationTable(Account account, Instant opened) throws SQLException {
    this.opened = opened;
    Database.open(
        TestEnvironments.of(Map.of("SIGNET_DB_URL", URL, "SIGNET_SECRET", "s".repeat(32))));
    connection = DriverManager.getConnection(URL);
    execute("delete from account");
    execute(
        """
        insert into account (id, username, username_key, email, email_key, name, password_hash,
          roles, state, created_at) values ('%s', 'x', 'x', 'x', 'x', '', '', '', 'ACTIVE', '%s')\
        """
            .formatted(account.id(), opened));
    insert(account, "login", "null");
    insert(account, "sid", "'login'");
  }

  private void insert(Account account, String id, String parent) throws SQLException {
    execute(
        """
        insert into session (id, parent_id, account_id, generation, created_at, authenticated_at,
          refreshed_at, used_at, expires_at, idle_expires_at, ip, user_agent, amr)
        values ('%s', %s, '%s', 0, '%s', '%s', '%s', '%s', '%s', '%s', '', '', '')\
        """
            .formatted(
                id,
                parent,
                account.id(),
                opened,
                opened,
                opened,
                opened,
                opened.plus(LIFETIME),
                opened.plus(LIFETIME)));
  }

  /** What a row is when somebody has presented a generation; empty where that changes nothing. */
  Optional<Row> advanced(Row row, int presented, Instant now) {
    return answers.computeIfAbsent(
        new Asked(row, presented, now),
        asked -> run(Rotation.ADVANCE, asked) ? Optional.of(row()) : Optional.empty());
  }

  /** Whether who presents a generation puts off the end of the row. */
  boolean lasts(int generation, boolean revoked, int presented, Instant now) {
    return run(Rotation.EXTEND, new Asked(new Row(generation, opened, revoked), presented, now));
  }

  /** Takes the row to its next generation for a client that nobody is at. */
  boolean advancesUnattended(int generation, boolean revoked, int presented, Instant now) {
    return run(
        Rotation.ADVANCE_UNATTENDED,
        new Asked(new Row(generation, opened, revoked), presented, now));
  }

  /** Whether a refresh by a client puts off the end of its login. */
  boolean usesLogin(int generation, boolean revoked, int presented, Instant now) {
    return run(Rotation.USE_LOGIN, new Asked(new Row(generation, opened, revoked), presented, now));
  }

  /** Makes it a session of another kind. */
  void become(SessionKind kind) throws SQLException {
    execute("update session set kind = '" + kind + "' where id = 'sid'");
  }

  /** The login ends that a client has its session of. */
  void endLogin(String how) throws SQLException {
    execute("update session set " + how + " where id = 'login'");
  }

  /** A column of the row. */
  String column(String name) throws SQLException {
    return column(name, "sid");
  }

  /** A column of the login that a client has its session of. */
  String columnOfLogin(String name) throws SQLException {
    return column(name, "login");
  }

  private String column(String name, String id) throws SQLException {
    try (ResultSet row =
        connection
            .createStatement()
            .executeQuery("select " + name + " from session where id = '" + id + "'")) {
      row.next();
      return row.getString(1);
    }
  }

  private boolean run(String statement, Asked asked) {
    Row row = asked.row();
    Instant now = asked.now();
    try {
      execute(
          "update session set generation = %d, refreshed_at = '%s', revoked_at = %s where id = 'sid'"
              .formatted(
                  row.generation(), row.refreshedAt(), row.revoked() ? "refreshed_at" : "null"));
      try (PreparedStatement move = connection.prepareStatement(statement)) {
        move.setObject(1, now.atOffset(ZoneOffset.UTC));
        move.setString(2, "sid");
        move.setInt(3, asked.presented());
        move.setString(4, "ACTIVE");
        if (!statement.equals(Rotation.ADVANCE_UNATTENDED)) {
          move.setObject(5, now.plus(LIFETIME).atOffset(ZoneOffset.UTC));
          move.setObject(6, now.plus(BROWSER).atOffset(ZoneOffset.UTC));
          move.setObject(7, now.plus(REMEMBERED).atOffset(ZoneOffset.UTC));
          move.setObject(8, now.plus(OFFLINE).atOffset(ZoneOffset.UTC));
        }
        return move.executeUpdate() == 1;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Row row() {
    try (ResultSet row =
        connection
            .createStatement()
            .executeQuery(
                "select generation, refreshed_at, revoked_at from session where id = 'sid'")) {
      row.next();
      return new Row(
          row.getInt(1),
          row.getObject(2, OffsetDateTime.class).toInstant(),
          row.getObject(3) != null);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void execute(String statement) throws SQLException {
    connection.createStatement().execute(statement);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
