package dev.signet.wire;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A database of a test's own, of the kind that the run is about. An embedded one is served by the
 * tests, which only listen on the loopback address.
 */
public final class OwnDatabase implements AutoCloseable {

  private final String url;
  private final Connection open;

  private OwnDatabase(String url) throws SQLException {
    this.url = url;
    this.open = DriverManager.getConnection(url);
  }

  /** A new one, empty. */
  public static OwnDatabase created(String name) {
    String suite = System.getProperty("it.database.url");
    try {
      if (System.getProperty("it.database").equals("h2")) {
        return new OwnDatabase(
            "jdbc:h2:file:%s/data;MODE=PostgreSQL;WRITE_DELAY=0;LOCK_TIMEOUT=10000;AUTO_SERVER=TRUE"
                .formatted(ServerProcess.folder(name + "-h2")));
      }
      String database = "own_" + UUID.randomUUID().toString().replace("-", "");
      Rows.change("create database " + database);
      return new OwnDatabase(suite.replace("/postgres?", "/" + database + "?"));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Where it is, as JDBC has it. */
  public String url() {
    return url;
  }

  /** The environment of a node that keeps its state here, and what else is to be in it. */
  public Map<String, String> environment(Map<String, String> more) {
    Map<String, String> environment = new LinkedHashMap<>(more);
    environment.put("SIGNET_DB_URL", url);
    environment.putIfAbsent("SIGNET_SECRET", "the-secret-of-the-wire-tests-is-no-secret");
    return environment;
  }

  /** Changes rows. Returns how many. */
  public int change(String statement, Object... parameters) {
    return Rows.change(this::connect, statement, parameters);
  }

  /** The number that a query gives. */
  public int count(String query, Object... parameters) {
    return Rows.count(this::connect, query, parameters);
  }

  /** The rows that a query gives, column by column; the names are in lower case. */
  public List<Map<String, String>> rows(String query) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      List<Map<String, String>> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(columns(row));
      }
      return rows;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Map<String, String> columns(ResultSet row) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String name = row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
      columns.put(name, row.getString(i) == null ? "" : row.getString(i));
    }
    return columns;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Override
  public void close() {
    try {
      open.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
