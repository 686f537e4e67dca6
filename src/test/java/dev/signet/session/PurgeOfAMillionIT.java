package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.Postgresql;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Traffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private Postgresql postgresql;
  private ServerProcess server;

  @BeforeEach
  void start() {
    postgresql =
        Postgresql.started(
            "million",
            Map.of(
                "logging_collector", "on",
                "log_directory", folder.toString(),
                "log_filename", "postgresql.log",
                "session_preload_libraries", "auto_explain",
                "auto_explain.log_min_duration", "0"));
    startServer();
  }

  /** It purges at its start, and then not for an hour. */
  private void startServer() {
    server =
        ServerProcess.start(
            folder,
            ServerProcess.war(),
            postgresql.environment(Map.of("SIGNET_TOKEN_ACCESS_LIFETIME", "PT1H")));
    server.awaitReady();
  }

  @AfterEach
  void stop() {
    server.close();
    postgresql.close();
  }

  @Test
  void goesOnWhileEverybodyIsServed() throws IOException {
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

  private void multiply(UUID account) {
    multiply("session", "'id', 'old-' || n, 'idle_expires_at'", account);
    multiply("revocation", "'seq', nextval('revocation_seq'), 'expires_at'", account);
  }

  /** Makes copies of an account's row that have expired, in any order. */
  private void multiply(String table, String changed, UUID account) {
    String statement =
        """
        insert into %1$s select copy.* from %1$s one
          cross join generate_series(1, %3$d) n
          cross join lateral jsonb_populate_record(one, jsonb_build_object(
            %2$s, now() - interval '1 day' - n * 1999 %% %3$d * interval '1 second')) copy
          where one.account_id = ?\
        """
            .formatted(table, changed, MILLION);
    assertThat(postgresql.change(statement, account)).isEqualTo(MILLION);
  }

  private int count(String table, Answer login) {
    return postgresql.count(
        "select count(*) from " + table + " where account_id = ?", login.accountId());
  }

  /** By the database's own account, which is cheaper than to count what is left. */
  private int removed(String table) {
    return postgresql.count("select n_tup_del from pg_stat_user_tables where relname = ?", table);
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
