package dev.signet.database;

import dev.signet.platform.CannotStart;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the server's pool draws its connections from: the database that the environment names,
 * chosen when it is first asked and not when the WAR was built.
 */
public class RoutingDataSource implements DataSource {

  @Override
  public Connection getConnection() {
    return LastingConnection.to(() -> target().getConnection());
  }

  /**
   * The pool's own user and password mean nothing here: the environment says who opens the
   * database.
   */
  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password) {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return target().getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    target().setLogWriter(out);
  }

  /** Nothing to the pool either: {@link Database} says how long to wait. */
  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() throws SQLException {
    return target().getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return target().getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return target().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return target().isWrapperFor(type);
  }

  private static DataSource target() {
    try {
      return Database.ofProcess().connections();
    } catch (CannotStart mistake) {
      throw mistake.logged();
    }
  }
}
