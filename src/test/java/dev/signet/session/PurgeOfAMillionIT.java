package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Traffic;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A million of each in a PostgreSQL that explains what it does, by a server whose heap does not
 * hold a million sessions, and which goes on serving meanwhile.
 */
@Tag("nodes")
class PurgeOfAMillionIT {

  private static final int MILLION = 1_000_000;
  private static final int BATCHES = MILLION / 1000;

  /** In whatever way the server writes a million. */
  private static final Pattern REMOVED =
      Pattern.compile("Removed 1.?000.?000 sessions and 1.?000.?000 revocations");

  /** What auto_explain writes: the text of a statement, and the plan below it. */
  private static final Pattern PURGES =
      Pattern.compile("Query Text: (delete from (?:session|revocation) [^$]*\\$1(?:.*\\R\\t)+.*)");

  private final Path folder = ServerProcess.folder("million");
  private EmbeddedPostgres postgresql;
  private ServerProcess server;

  @BeforeEach
  void start() throws IOException {
    postgresql =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.resolveSibling("postgresql").toFile())
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_directory", folder.toString())
            .setServerConfig("log_filename", "postgresql.log")
            .setServerConfig("session_preload_libraries", "auto_explain")
            .setServerConfig("auto_explain.log_min_duration", "0")
            .start();
    startServer();
  }

  /** It purges at its start, and then not for an hour. */
  private void startServer() {
    Map<String, String> environment =
        Map.of(
            "SIGNET_DB_URL",
            postgresql.getJdbcUrl("postgres", "postgres"),
            "SIGNET_SECRET",
            "the-secret-of-the-wire-tests-is-no-secret",
            "SIGNET_TOKEN_ACCESS_LIFETIME",
            "PT1H");
    server = ServerProcess.start(folder, ServerProcess.war(), environment);
    server.awaitReady();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    postgresql.close();
  }

  @Test
  void goesOnWhileEverybodyIsServed() throws SQLException, IOException {
    Answer crowd = signUp();
    Answer kim = signUp();
    Answer ended = signUp();
    logOut(crowd);
    logOut(ended);
    server.close();
    multiply(crowd.accountId());
    startServer();

    AtomicReference<String> latest = new AtomicReference<>(kim.refresh());
    try (Traffic calls = Traffic.of(1, () -> expectOk(server.get("/api/me", kim.access())));
        Traffic refreshes = Traffic.of(1, () -> latest.updateAndGet(this::refresh))) {
      Eventually.get(() -> removed("session"), gone -> gone == MILLION);
      Eventually.get(() -> removed("revocation"), gone -> gone == MILLION);
      calls.stopAndExpectNoFailure();
      refreshes.stopAndExpectNoFailure();
    }

    Eventually.get(server::log, log -> REMOVED.matcher(log).find());
    assertThat(count("session", kim)).isEqualTo(1);
    assertThat(count("revocation", ended)).isEqualTo(1);
    assertThat(server.get("/api/me", ended.access()).status()).isEqualTo(401);
    assertThatPurgesWentByTheIndex();
  }

  private void assertThatPurgesWentByTheIndex() throws IOException {
    String log = Files.readString(folder.resolve("postgresql.log"), StandardCharsets.UTF_8);
    String million = log.substring(log.lastIndexOf("insert into revocation"));
    List<String> plans = PURGES.matcher(million).results().map(MatchResult::group).toList();
    assertThat(plans)
        .hasSizeGreaterThanOrEqualTo(2 * BATCHES)
        .allSatisfy(
            plan ->
                assertThat(plan)
                    .containsPattern("Index Scan using (session|revocation)_purge")
                    .doesNotContain("Seq Scan"));
  }

  private void multiply(UUID account) throws SQLException {
    multiply("session", "'id', 'old-' || n, 'idle_expires_at'", account);
    multiply("revocation", "'seq', nextval('revocation_seq'), 'expires_at'", account);
  }

  /** Makes copies of an account's row that have expired, in any order. */
  private void multiply(String table, String changed, UUID account) throws SQLException {
    String statement =
        """
        insert into %1$s select copy.* from %1$s one
          cross join generate_series(1, %3$d) n
          cross join lateral jsonb_populate_record(one, jsonb_build_object(
            %2$s, now() - interval '1 day' - n * 1999 %% %3$d * interval '1 second')) copy
          where one.account_id = ?\
        """
            .formatted(table, changed, MILLION);
    try (Connection connection = connect();
        PreparedStatement insert = connection.prepareStatement(statement)) {
      insert.setObject(1, account);
      assertThat(insert.executeUpdate()).isEqualTo(MILLION);
    }
  }

  private int count(String table, Answer login) {
    return number("select count(*) from " + table + " where account_id = ?", login.accountId());
  }

  /** By the database's own account, which is cheaper than to count what is left. */
  private int removed(String table) {
    return number("select n_tup_del from pg_stat_user_tables where relname = ?", table);
  }

  private int number(String query, Object parameter) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setObject(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Connection connect() throws SQLException {
    return postgresql.getPostgresDatabase().getConnection();
  }

  private String refresh(String token) {
    Answer answer = server.post("/api/auth/refresh", Map.of("refresh", token));
    expectOk(answer);
    return answer.refresh();
  }

  private static void expectOk(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private Answer signUp() {
    return server.post("/api/auth/signup", Person.stranger().signupRequest());
  }

  private void logOut(Answer login) {
    server.post("/api/auth/logout", Map.of("refresh", login.refresh()));
  }
}
