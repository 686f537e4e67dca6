package dev.signet.audit;

import dev.signet.database.Database;
import dev.signet.database.Seal;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of the audit: random, made at the first start, and kept in the row of the head, sealed.
 * Plain JDBC, because it is made sure of before the application starts.
 */
public final class AuditKey {

  private static final int BYTES = 32;
  private static final String ROW = "audit";

  private static @Nullable AuditKey ofProcess;

  private final Seal seal;
  private final AuditChain chain;

  /** The key of a database; it is sealed under the secret of today from now on. */
  AuditKey(Database database) {
    seal = new Seal(database.secret(), "audit");
    try (Connection connection = database.connections().getConnection()) {
      connection.setAutoCommit(false);
      chain = locked(connection);
      connection.commit();
    } catch (SQLException unusable) {
      throw new CannotStart("The key of the audit cannot be read: check the database.", unusable);
    }
  }

  /**
   * The key of this process; the first start of an installation makes it.
   *
   * @throws CannotStart when the database cannot be used or the secret does not open it
   */
  public static synchronized AuditKey ofProcess() {
    if (ofProcess == null) {
      ofProcess = new AuditKey(Database.ofProcess());
    }
    return ofProcess;
  }

  /** What it links. */
  AuditChain chain() {
    return chain;
  }

  /** Whether this is what is stored. */
  boolean isStoredAs(@Nullable String sealed) {
    return Optional.ofNullable(sealed)
        .flatMap(text -> seal.open(ROW, text))
        .filter(chain::isOf)
        .isPresent();
  }

  private AuditChain locked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select seq, hash, anchor_seq, anchor_hash, mac, sealed_key from audit_head"
                    + " where id = 1 for update")) {
      if (!row.next()) {
        throw lost();
      }
      String sealed = row.getString(6);
      if (sealed != null) {
        return opened(connection, sealed);
      }
      AuditHead head =
          new AuditHead(
              row.getLong(1),
              row.getString(2),
              row.getLong(3),
              row.getString(4),
              Objects.requireNonNullElse(row.getString(5), ""));
      if (!head.equals(AuditHead.EMPTY)) {
        throw lost();
      }
      return made(connection);
    }
  }

  private AuditChain opened(Connection connection, String sealed) throws SQLException {
    byte[] key = seal.open(ROW, sealed).orElseThrow(AuditKey::closed);
    if (!seal.isCurrent(ROW, sealed)) {
      write(connection, "update audit_head set sealed_key = ? where id = 1", seal.close(ROW, key));
    }
    return new AuditChain(key);
  }

  private AuditChain made(Connection connection) throws SQLException {
    byte[] key = Secrets.bytes(BYTES);
    AuditChain chain = new AuditChain(key);
    write(
        connection,
        "update audit_head set sealed_key = ?, mac = ? where id = 1",
        seal.close(ROW, key),
        chain.mac(AuditHead.EMPTY));
    return chain;
  }

  private static void write(Connection connection, String statement, String... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }

  private static CannotStart closed() {
    return new CannotStart(
        "SIGNET_SECRET does not open the key of the audit: set it to the secret it was stored"
            + " under, or give that one as SIGNET_SECRET_PREVIOUS.");
  }

  private static CannotStart lost() {
    return new CannotStart(
        "The audit has records and no key: somebody has removed it from audit_head. Restore that"
            + " row from a backup, or see docs/audit.md for how to begin anew.");
  }
}
