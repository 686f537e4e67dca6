package dev.signet.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.account.AccountSettings;
import dev.signet.audit.TestEvents;
import dev.signet.database.Database;
import dev.signet.hashing.PasswordHashes;
import dev.signet.platform.Secrets;
import dev.signet.platform.TestEnvironments;
import dev.signet.platform.TestSettings;
import dev.signet.tabular.FileFormat;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
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
import java.util.UUID;

/** An import into an empty database, its beans made by hand. */
@SuppressWarnings("UnnecessaryAssignment")
final class ImportBench {

  static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  /** Of "lètmein", from Django's own test_hashers.py. */
  static final String HASH =
      "pbkdf2_sha256$30000$seasalt$VrX+V8drCGo68wlvy6rfu8i1d1pfkdeXA4LJkRGJodY=";

  final Heard heard = new Heard();
  final AccountImport subject = new AccountImport();
  private final Database database =
      Database.open(
          TestEnvironments.of(
              Map.of(
                  "SIGNET_DB_URL",
                  "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
                  "SIGNET_SECRET",
                  "s".repeat(32))));

  ImportBench() {
    AccountSettings settings = AccountSettings.from(TestSettings.shipped());
    subject.accounts = new ImportedAccounts();
    subject.accounts.connections = database.connections();
    subject.hashes = new PasswordHashes(settings.argon2(), Secrets.random());
    subject.settings = settings;
    subject.events = new TestEvents();
    subject.clock = Clock.fixed(NOW, ZoneOffset.UTC);
  }

  ImportReport csv(String... lines) {
    return run(String.join("\r\n", lines), FileFormat.CSV);
  }

  ImportReport json(String text) {
    return run(text.replace('\'', '"'), FileFormat.JSON);
  }

  ImportReport run(String text, FileFormat format) {
    return run(new ByteArrayInputStream(text.getBytes(UTF_8)), format);
  }

  ImportReport run(InputStream file, FileFormat format) {
    return subject.run(file, format, heard);
  }

  /** A column of the accounts, in the order of their names. */
  List<String> accounts(String column) {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select " + column + " from account order by username")) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return values;
  }
}
