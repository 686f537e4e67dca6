package dev.signet.key;

import com.nimbusds.jose.jwk.RSAKey;
import dev.signet.database.Database;
import dev.signet.database.MasterSecret;
import dev.signet.database.TestSecrets;
import dev.signet.platform.TestEnvironments;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An installation with signing keys in a database of its own. Each node of it opens it anew. */
public final class TestInstallation implements AutoCloseable {

  /** When the keys of every installation were made. */
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final TestInstallation SHARED = inMemory("shared");

  private final String url;

  private TestInstallation(String url) {
    this.url = url;
  }

  /** Signatures under keys that nobody rotates. */
  public static TokenSignatures signatures() {
    return SHARED.signatures("s");
  }

  /** In memory, under the secret "s", with the keys of {@link TestKeys#complete}. */
  static TestInstallation inMemory(String name) {
    TestInstallation installation =
        new TestInstallation("jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
    installation.seed();
    return installation;
  }

  /** In a file, before its first start. */
  static TestInstallation inFile(Path directory) {
    return new TestInstallation(
        "jdbc:h2:file:"
            + directory.resolve("signet")
            + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
  }

  /** Gives it the keys of {@link TestKeys#complete}, sealed under the secret "s". */
  TestInstallation seed() {
    Database database = open("s", "");
    try {
      new SigningKeyTable(database.connections())
          .change(none -> TestKeys.complete(START, new KeyCipher(database.secret())));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return this;
  }

  Database open(String secret, String previous) {
    return Database.open(
        TestEnvironments.of(
            Map.of(
                "SIGNET_DB_URL", url,
                "SIGNET_SECRET", TestSecrets.text(secret),
                "SIGNET_SECRET_PREVIOUS", TestSecrets.text(previous))));
  }

  SigningKeys node(Instant now) {
    return node("s", "", now);
  }

  SigningKeys node(String secret, String previous, Instant now) {
    return new SigningKeys(open(secret, previous), Clock.fixed(now, ZoneOffset.UTC));
  }

  TokenSignatures signatures(String secret) {
    Database database = open(secret, "");
    MasterSecret master = database.secret();
    return new TokenSignatures(
        new SigningKeys(database, Clock.fixed(START, ZoneOffset.UTC)), master);
  }

  /** Its keys with their private parts, in the order of their names. */
  List<RSAKey> opened() {
    Database database = open("s", "");
    KeyCipher cipher = new KeyCipher(database.secret());
    try {
      return new SigningKeyTable(database.connections())
          .read().stream().map(key -> key.open(cipher)).toList();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The rows as words: "ACTIVE a", sorted. */
  List<String> states() throws SQLException {
    return column("select state || ' ' || kid from signing_key order by 1");
  }

  List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = open("s", "").connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = open("s", "").connections().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    execute("SHUTDOWN");
  }
}
