package dev.signet.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.migration.MigrationResource;
import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.Postgresql;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred thousand users of Django's, on a server of 512 MiB with a JAR that imports them. */
@Tag("nodes")
class AccountImportIT {

  private static final System.Logger LOG = System.getLogger(AccountImportIT.class.getName());
  private static final int BEYOND_MANY = DjangoUsers.LETMEIN.size() + 4;
  private static final String LETMEIN = "lètmein";

  private @Nullable ServerProcess node;
  private String url = "";
  private String clerk = "";

  @AfterEach
  void stop() {
    server().close();
  }

  @Test
  void importsAllInOneRun() throws IOException, SQLException {
    Path folder = ServerProcess.folder("import-at-once");
    url =
        "jdbc:h2:file:"
            + folder.resolve("data")
            + ";MODE=PostgreSQL;WRITE_DELAY=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;AUTO_SERVER=TRUE";
    Map<String, String> expected = DjangoUsers.write(folder.resolve("users.csv"));
    start(folder);

    assertImported(imported("users.csv"));
    assertEachIsAsInTheFile(expected);
    assertNothingIsImportedTwice(imported("users.csv"));
    assertJsonIsImported(folder);
    assertEachKindLogsIn();
  }

  @Test
  void goesOnAfterAPowerCut() throws IOException, SQLException {
    Path folder = ServerProcess.folder("import-power-cut");
    Map<String, String> expected = DjangoUsers.write(folder.resolve("users.csv"));
    try (Postgresql postgresql = Postgresql.started("import")) {
      url = postgresql.url() + "?user=postgres";
      start(folder);
      int stored = storedUntilKilled();

      start(folder);
      JsonObject report = imported("users.csv");
      assertThat(report.getInt("existing")).isEqualTo(stored);
      assertThat(report.getInt("imported")).isEqualTo(DjangoUsers.MANY + BEYOND_MANY - stored);
      assertEachIsAsInTheFile(expected);
      assertEachKindLogsIn();
    }
  }

  /** Whole batches are there, or nothing of them: how many accounts. */
  private int storedUntilKilled() {
    CompletableFuture<?> cut = CompletableFuture.runAsync(() -> imported("users.csv"));
    Eventually.get(this::stored, accounts -> accounts > 0);
    server().close();
    assertThat(cut).failsWithin(Duration.ofMinutes(1));
    Eventually.get(
        () -> number("select count(*) from pg_locks where pid != pg_backend_pid()"), n -> n == 0);
    int stored = stored();
    assertThat(stored % 500).isZero();
    assertThat(stored).isLessThan(DjangoUsers.MANY);
    return stored;
  }

  private int stored() {
    return number("select count(*) from account where email like '%@users.example'");
  }

  private int number(String query) {
    try {
      return Integer.parseInt(query(query));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Every single one, with the very hash. */
  private void assertEachIsAsInTheFile(Map<String, String> expected) throws SQLException {
    Map<String, String> rows = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement =
            connection.prepareStatement(
                "select username, email || ' ' || name || ' ' || roles || ' ' || state || ' ' ||"
                    + " password_hash from account where created_at = '2019-03-01T10:20:30.123Z'");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.put(row.getString(1), row.getString(2));
      }
    }
    assertThat(expected).hasSize(DjangoUsers.MANY + BEYOND_MANY);
    assertThat(expected.entrySet().stream().filter(one -> !rows.entrySet().contains(one)))
        .isEmpty();
    assertThat(rows).hasSameSizeAs(expected);
    assertThat(stored()).isEqualTo(expected.size());
  }

  private void assertEachKindLogsIn() throws SQLException {
    for (String username : DjangoUsers.LETMEIN.keySet()) {
      assertLogsInAndIsRehashed(username, LETMEIN);
    }
    for (int number : new int[] {1, 777, 25_000, 99_999, 100_000}) {
      assertLogsInAndIsRehashed(DjangoUsers.username(number), DjangoUsers.password(number));
    }
    assertLogsInAndIsRehashed("decomposed", DjangoUsers.DECOMPOSED);
    assertStaffIsAdmin();
    assertRefused("disabled", LETMEIN, "user_inactive");
    assertThat(hash("disabled")).startsWith("pbkdf2_sha256$30000$");
    assertRefused("unusable", "!j5SZvzySSdvhL3otO62DaHH3HZ7xWGUmFvValLCX", "no_active_account");
    assertThat(hash("unusable")).startsWith("!");
    assertThat(server().log())
        .doesNotContain("users.example")
        .doesNotContain("pbkdf2_sha256")
        .doesNotContain("old password")
        .doesNotContain(LETMEIN);
  }

  private ServerProcess server() {
    return Objects.requireNonNull(node);
  }

  private void start(Path folder) throws SQLException {
    Map<String, String> environment =
        Map.of(
            "SIGNET_DB_URL",
            url,
            "SIGNET_SECRET",
            System.getenv("SIGNET_SECRET"),
            "JAVA_TOOL_OPTIONS",
            "-Dh2.bindAddress=127.0.0.1",
            "MIGRATION_FOLDER",
            folder.toString());
    Path war = folder.resolve("signet.war");
    if (Files.notExists(war)) {
      Overlay.warWithPackageOf(folder, MigrationResource.class);
    }
    node = ServerProcess.start(folder, war, environment).awaitReady();
    Person person = Person.stranger();
    server().post("/api/auth/signup", person.signupRequest());
    change("update account set roles = 'admin user' where username = ?", person.username());
    clerk = login(person.username(), Signet.PASSWORD).access();
  }

  private JsonObject imported(String file) {
    Instant start = Instant.now();
    Answer answer =
        server()
            .send(
                server()
                    .request("/api/migration")
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + clerk)
                    .POST(
                        BodyPublishers.ofString(
                            Json.createObjectBuilder().add("file", file).build().toString())));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    LOG.log(
        System.Logger.Level.INFO,
        "{0} into {1}: {2} lines in {3}",
        file,
        url.replaceAll("^jdbc:(\\w+):.*", "$1"),
        answer.json().getInt("lines"),
        Duration.between(start, Instant.now()));
    return answer.json();
  }

  private static void assertImported(JsonObject report) {
    int good = DjangoUsers.MANY + BEYOND_MANY;
    assertThat(report.getInt("imported")).isEqualTo(good);
    assertThat(report.getInt("lines")).isEqualTo(good + 1);
    assertThat(report.getBoolean("complete")).isTrue();
    assertThat(report.getInt("steps")).isEqualTo(good / 500 + 1);
    assertThat(report.getJsonArray("unknown").toString()).isEqualTo("[\"id\"]");
    assertThat(report.getJsonArray("skipped").toString())
        .isEqualTo(
            "[\""
                + (good + 2)
                + " password_hash: The hash is of no known format, or would cost too much to"
                + " check.\"]");
  }

  private void assertNothingIsImportedTwice(JsonObject report) {
    assertThat(report.getInt("imported")).isZero();
    assertThat(report.getInt("existing")).isEqualTo(DjangoUsers.MANY + BEYOND_MANY);
    assertThat(stored()).isEqualTo(DjangoUsers.MANY + BEYOND_MANY);
  }

  private void assertJsonIsImported(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("more.json"),
        "{\"username\":\"fromjson\",\"email\":\"fromjson@users.example\",\"password_hash\":\""
            + DjangoUsers.PBKDF2
            + "\"}\n{\n{\"username\":\"USER7\",\"email\":\"x@users.example\","
            + "\"password_hash\":\"!\"}");
    JsonObject report = imported("more.json");
    assertThat(report.getInt("imported")).isEqualTo(1);
    assertThat(report.getInt("existing")).isEqualTo(1);
    assertThat(report.getInt("refused")).isEqualTo(1);
    assertThat(login("fromjson", LETMEIN).status()).isEqualTo(200);
  }

  private void assertLogsInAndIsRehashed(String username, String password) throws SQLException {
    assertThat(login(username, password + "x").status()).as(username).isEqualTo(401);
    assertThat(login(username, password).status()).as(username).isEqualTo(200);
    assertThat(hash(username)).startsWith(hashAfterLogin(username));
    assertThat(login(username, password).status()).as(username).isEqualTo(200);
  }

  /** Upward only: Django's Argon2id is stronger than ours. */
  private static String hashAfterLogin(String username) {
    return switch (username) {
      case "argon2" -> "argon2$argon2id$v=19$m=102400,t=2,p=8$";
      case "phc" -> "$argon2id$v=19$m=102400,t=2,p=8$";
      default -> "$argon2id$v=19$m=19456,t=2,p=1$";
    };
  }

  private void assertStaffIsAdmin() {
    Answer staff = login("staff", LETMEIN);
    assertThat(staff.json().getJsonObject("user").getBoolean("is_admin")).isTrue();
    assertThat(staff.json().getJsonObject("user").getString("created_at"))
        .isEqualTo("2019-03-01T10:20:30.123Z");
    assertThat(login("pbkdf2", LETMEIN).json().getJsonObject("user").getBoolean("is_admin"))
        .isFalse();
  }

  private void assertRefused(String username, String password, String code) {
    assertThat(login(username, password).text("code")).isEqualTo(code);
  }

  private Answer login(String username, String password) {
    return server().post("/api/auth/login", Map.of("username", username, "password", password));
  }

  private String hash(String username) throws SQLException {
    return query("select password_hash from account where username = ?", username);
  }

  private String query(String text, String... parameters) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = prepared(connection, text, parameters);
        ResultSet row = statement.executeQuery()) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private void change(String text, String... parameters) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = prepared(connection, text, parameters)) {
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String text, String... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < parameters.length; i++) {
      statement.setString(i + 1, parameters[i]);
    }
    return statement;
  }
}
