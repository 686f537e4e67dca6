package dev.signet.subject;

import dev.signet.database.Database;
import dev.signet.database.Seal;
import dev.signet.platform.CannotStart;
import dev.signet.platform.HmacSha256;
import dev.signet.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The key of the names: random, made at the first start, and kept in a row, sealed. It is never
 * replaced, not with SIGNET_SECRET either: the names of people are for ever, and those of logins
 * for as long as clients have them.
 */
public final class SubjectKey {

  private static final int BYTES = 32;
  private static final String ROW = "subject";

  private static @Nullable SubjectKey ofProcess;

  private final Seal seal;
  private final byte[] key;

  /** The key of a database; it is sealed under the secret of today from now on. */
  SubjectKey(Database database) {
    seal = new Seal(database.secret(), ROW);
    try (Connection connection = database.connections().getConnection()) {
      connection.setAutoCommit(false);
      key = locked(connection);
      connection.commit();
    } catch (SQLException unusable) {
      throw new CannotStart("The key of subjects cannot be read: check the database.", unusable);
    }
  }

  /**
   * The key of this process; the first start of an installation makes it.
   *
   * @throws CannotStart when the database cannot be used or the secret does not open it
   */
  public static synchronized SubjectKey ofProcess() {
    if (ofProcess == null) {
      ofProcess = new SubjectKey(Database.ofProcess());
    }
    return ofProcess;
  }

  /** The names of people. */
  Subjects subjects() {
    return new Subjects(key);
  }

  /** The names of logins; no sector has a line break, so none has their key. */
  ClientSessionIds clientSessionIds() {
    byte[] use = "\nclient-session".getBytes(StandardCharsets.US_ASCII);
    return new ClientSessionIds(new HmacSha256(key).of(use));
  }

  private byte[] locked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select sealed_key from subject_key where id = 1 for update")) {
      if (!row.next()) {
        throw new CannotStart(
            "The key of subjects is lost: restore the row of subject_key from a backup.");
      }
      String sealed = row.getString(1);
      if (sealed == null) {
        return stored(connection, Secrets.bytes(BYTES));
      }
      byte[] key = seal.open(ROW, sealed).orElseThrow(SubjectKey::closed);
      return seal.isCurrent(ROW, sealed) ? key : stored(connection, key);
    }
  }

  private byte[] stored(Connection connection, byte[] key) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update subject_key set sealed_key = ? where id = 1")) {
      update.setString(1, seal.close(ROW, key));
      update.executeUpdate();
    }
    return key;
  }

  private static CannotStart closed() {
    return new CannotStart(
        "SIGNET_SECRET does not open the key of subjects: set it to the secret it was stored under,"
            + " or give that one as SIGNET_SECRET_PREVIOUS.");
  }
}
