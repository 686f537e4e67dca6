package dev.signet.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * The rows of the signing keys. Plain JDBC, because the container asks for the public keys before
 * CDI and its pool exist.
 */
final class SigningKeyTable {

  private final DataSource connections;

  SigningKeyTable(DataSource connections) {
    this.connections = connections;
  }

  List<SigningKey> read() throws SQLException {
    try (Connection connection = connections.getConnection()) {
      return rows(connection);
    }
  }

  /** Changes the keys; of several nodes at once, one after the other. */
  List<SigningKey> change(UnaryOperator<List<SigningKey>> change) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      lock(connection);
      List<SigningKey> before = rows(connection);
      List<SigningKey> after = change.apply(before);
      if (!after.equals(before)) {
        replace(connection, after);
      }
      List<SigningKey> written = rows(connection);
      connection.commit();
      return written;
    }
  }

  private static void lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("select id from key_ring where id = 1 for update").close();
    }
  }

  private static List<SigningKey> rows(Connection connection) throws SQLException {
    List<SigningKey> keys = new ArrayList<>();
    String query = "select state, since, public_key, private_key from signing_key order by kid";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        keys.add(key(row));
      }
    }
    return List.copyOf(keys);
  }

  private static SigningKey key(ResultSet row) throws SQLException {
    try {
      return new SigningKey(
          SigningKey.State.valueOf(row.getString("state")),
          row.getObject("since", OffsetDateTime.class).toInstant(),
          RSAKey.parse(row.getString("public_key")),
          row.getString("private_key"));
    } catch (ParseException damaged) {
      throw new SQLException("A row of signing_key is damaged", damaged);
    }
  }

  private static void replace(Connection connection, List<SigningKey> keys) throws SQLException {
    try (Statement all = connection.createStatement()) {
      all.executeUpdate("delete from signing_key");
    }
    String insert =
        "insert into signing_key (kid, state, since, public_key, private_key) values (?, ?, ?, ?,"
            + " ?)";
    try (PreparedStatement row = connection.prepareStatement(insert)) {
      for (SigningKey key : keys) {
        row.setString(1, key.kid());
        row.setString(2, key.state().name());
        row.setObject(3, OffsetDateTime.ofInstant(key.since(), ZoneOffset.UTC));
        row.setString(4, key.publicKey().toJSONString());
        row.setString(5, key.sealed());
        row.addBatch();
      }
      row.executeBatch();
    }
  }
}
