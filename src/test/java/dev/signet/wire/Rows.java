package dev.signet.wire;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The server's database, as an operator sees it. */
public final class Rows {

  private Rows() {}

  /** Any database. */
  interface Database {
    Connection connect() throws SQLException;
  }

  /** The number that a query gives. */
  public static int count(String query, Object... parameters) {
    return count(Rows::connect, query, parameters);
  }

  static int count(Database database, String query, Object... parameters) {
    try (Connection connection = database.connect();
        PreparedStatement statement = prepared(connection, query, parameters);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The names and numbers that a query gives. */
  static Map<String, Long> counts(String query) {
    return counts(Rows::connect, query);
  }

  static Map<String, Long> counts(Database database, String query) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      Map<String, Long> counts = new HashMap<>();
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
      return counts;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Changes rows behind the server's back. */
  public static void change(String statement, Object... parameters) {
    change(Rows::connect, statement, parameters);
  }

  static int change(Database database, String statement, Object... parameters) {
    try (Connection connection = database.connect();
        PreparedStatement change = prepared(connection, statement, parameters)) {
      return change.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** As another node says that what an account was given up to now is good no more. */
  public static void revoke(UUID accountId, String because) {
    change("update account set version = version + 1 where id = ?", accountId);
    change(
        "insert into revocation (seq, account_id, account_version, because, expires_at)"
            + " select nextval('revocation_seq'), id, version, cast(? as varchar),"
            + " cast(? as timestamp(3) with time zone) from account where id = ?",
        because,
        Instant.now().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC),
        accountId);
  }

  /**
   * As another node begins to say that a session has ended: the number is taken, and nobody sees
   * the row before the transaction is committed.
   */
  public static OpenTransaction beginRevocation(UUID accountId, String sessionId) {
    return begin(
        "insert into revocation (seq, account_id, session_id, because, expires_at)"
            + " values (nextval('revocation_seq'), ?, ?, 'LOGOUT', ?)",
        accountId,
        sessionId,
        Instant.now().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
  }

  /** Changes or locks rows in a transaction that stays open. */
  public static OpenTransaction begin(String statement, Object... parameters) {
    try {
      Connection connection = connect();
      connection.setAutoCommit(false);
      try (PreparedStatement first = prepared(connection, statement, parameters)) {
        first.execute();
      }
      return new OpenTransaction(connection);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public static int sessionsOf(String accountId) {
    return count("select count(*) from session where account_id = ?", UUID.fromString(accountId));
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(System.getProperty("it.database.url"));
  }

  static PreparedStatement prepared(Connection connection, String text, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
