package dev.signet.wire;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that has done something of which nobody knows yet; undone unless committed. */
public final class OpenTransaction implements AutoCloseable {

  private final Connection connection;

  OpenTransaction(Connection connection) {
    this.connection = connection;
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
