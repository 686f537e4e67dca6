package dev.signet.wire;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A transaction that has done something of which nobody knows yet; undone unless committed. */
public final class OpenTransaction implements AutoCloseable {

  private final Connection connection;

  OpenTransaction(Connection connection) {
    this.connection = connection;
  }

  /** Changes or locks more rows in it. */
  public void add(String statement, Object... parameters) {
    try (PreparedStatement next = Rows.prepared(connection, statement, parameters)) {
      next.execute();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** How many transactions wait for rows that this one has locked. */
  public int waiting() {
    String query =
        System.getProperty("it.database").equals("h2")
            ? "select count(*) from information_schema.sessions where blocker_id = session_id()"
            : "select count(*) from pg_locks where not granted"
                + " and pg_backend_pid() = any(pg_blocking_pids(pid))";
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public void commit() {
    try {
      connection.commit();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public void undo() {
    try {
      connection.rollback();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    try (connection) {
      undo();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
