package dev.signet.database;

import static dev.signet.wire.OAuthClient.answered;
import static dev.signet.wire.OAuthClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Eventually;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Postgresql;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node whose PostgreSQL is stopped, restarted or hanging. */
@Tag("nodes")
class DatabaseAwayIT {

  /** More than the pool has connections. */
  private static final int CLIENTS = 48;

  private static final String SENTENCE =
      "The service cannot check this request right now. Try again in a moment.";

  private static final OAuthClient APP =
      new OAuthClient("app", "", "https://app.example/callback", Map.of());

  private static Postgresql database;
  private static ServerProcess node;

  private final Person kim = Person.stranger();
  private Answer login;

  /** Stale after thirty seconds: a reading each second has failed before. */
  @BeforeAll
  static void start() {
    database = Postgresql.started("away");
    node =
        ServerProcess.start(
                ServerProcess.folder("away"),
                ServerProcess.war(),
                database.environment(
                    Map.of(
                        "SIGNET_DB_URL", database.url() + "?socketTimeout=3",
                        "SIGNET_SESSION_ROTATION_GRACE", "PT5M",
                        "SIGNET_REVOCATION_MAX_STALENESS", "PT30S",
                        "SIGNET_CLIENTS_APP_REDIRECT_URIS", APP.redirectUri(),
                        "SIGNET_CLIENTS_APP_CONSENT", "false")))
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    node.close();
    database.close();
  }

  /** An administrator, who has a resource that needs no database. */
  @BeforeEach
  void logIn() {
    Answer signup = node.post("/api/auth/signup", kim.signupRequest());
    database.change("update account set roles = 'admin user' where id = ?", signup.accountId());
    login = login();
  }

  @AfterEach
  void expectQuietLog() {
    node.expectQuietLog();
  }

  @Test
  void answersUnavailableToWhateverNeedsIt() {
    Map<String, String> refresh = Map.of("refresh", login.refresh());
    whileAway(
        () -> {
          expectUnavailable(this::login);
          expectUnavailable(() -> node.post("/api/auth/signup", kim.signupRequest()));
          expectUnavailable(() -> node.post("/api/auth/refresh", refresh));
          expectUnavailable(() -> node.post("/api/auth/logout", refresh));
          expectUnavailable(() -> node.post("/api/token/", credentials()));
          expectUnavailable(() -> node.post("/api/token/refresh/", refresh));
          expectUnavailable(
              () -> node.post("/api/token/verify/", Map.of("token", login.refresh())));
          expectUnavailable(() -> node.post("/api/token/blacklist/", refresh));
          expectUnavailable(() -> node.get("/api/me", login.access()));
          expectUnavailable(() -> node.get("/api/me/sessions", login.access()));
        });
  }

  /** RFC 6749 §4.1.2.1; nobody is shown a page where the client wants none. */
  @Test
  void tellsAClientThatHasSentABrowser() {
    CookieClient browser = new CookieClient(node::request);
    browser.submit("/login", credentials());
    String silent = path(APP.requestWith("prompt", "none"));
    assertThat(answered(browser.get(silent))).containsKey("code");

    whileAway(
        () -> {
          assertThat(answered(browser.get(silent)))
              .containsEntry("error", "temporarily_unavailable");
          browser.forget("access");
          String renewal = browser.get(silent).header("Location").replaceFirst("^/signet", "");
          String back = browser.get(renewal).header("Location").replaceFirst("^/signet", "");
          assertThat(answered(browser.get(back))).containsEntry("error", "login_required");
        });
  }

  @Test
  void answersUnavailableToMoreThanItHasConnectionsFor() {
    whileAway(() -> assertThat(refreshInParallel()).extracting(Answer::status).containsOnly(503));
    assertThat(refreshInParallel()).extracting(Answer::status).containsOnly(200);
  }

  @Test
  void trustsTokensUntilItMayHaveMissedARevocation() {
    awaitReading();
    whileAway(
        () -> {
          awaitReadiness(503);
          assertThat(ping().status()).isEqualTo(200);
          Eventually.get(this::ping, answer -> answer.status() == 503);
          expectUnavailable(this::ping);
          assertThat(node.status("/health/live")).isEqualTo(200);
        });
    assertThat(ping().status()).isEqualTo(200);
  }

  @Test
  void saysSoToWhoAsksWhetherItIsReady() {
    whileAway(
        () -> {
          awaitReadiness(503);
          assertThat(node.send(node.request("/health/ready")).body())
              .isEqualTo("{\"status\":\"DOWN\"}");
        });
    assertThat(node.send(node.request("/health/ready")).body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void getsOverARestartThatNobodyAwaited() {
    refreshInParallel();

    database.stop();
    database.start();

    assertThat(refreshInParallel()).extracting(Answer::status).isSubsetOf(200, 503);
    Eventually.get(() -> login().status(), status -> status == 200);
    assertThat(refreshInParallel()).extracting(Answer::status).containsOnly(200);
  }

  @Test
  void hangsNoLongerThanItsDatabaseMay() {
    database.pause();
    try {
      expectUnavailable(() -> node.post("/api/auth/refresh", Map.of("refresh", login.refresh())));
      awaitReadiness(503);
    } finally {
      database.resume();
    }
    awaitReadiness(200);
    assertThat(refreshInParallel()).extracting(Answer::status).containsOnly(200);
  }

  private static void whileAway(Runnable work) {
    database.stop();
    try {
      work.run();
    } finally {
      database.start();
    }
    awaitReadiness(200);
  }

  /** Of the revocations: one that begins after this did. */
  private static void awaitReading() {
    Answer signup = node.post("/api/auth/signup", Person.stranger().signupRequest());
    database.change(
        """
        insert into revocation (seq, account_id, account_version, because, expires_at)
        values (nextval('revocation_seq'), ?, 1, 'LOGOUT', now() + interval '1 hour')\
        """,
        signup.accountId());
    Eventually.get(() -> node.get("/api/me", signup.access()).status(), status -> status == 401);
  }

  private static void awaitReadiness(int status) {
    Eventually.get(() -> node.status("/health/ready"), ready -> ready == status);
  }

  private static void expectUnavailable(Supplier<Answer> request) {
    Answer answer = request.get();
    assertThat(answer.body())
        .isEqualTo("{\"detail\":\"%s\",\"code\":\"unavailable\"}".formatted(SENTENCE));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  private List<Answer> refreshInParallel() {
    Map<String, String> refresh = Map.of("refresh", login.refresh());
    return Parallel.times(CLIENTS, i -> node.post("/api/auth/refresh", refresh));
  }

  private Answer ping() {
    return node.get("/api/admin/ping", login.access());
  }

  private Answer login() {
    return node.post("/api/auth/login", credentials());
  }

  private Map<String, String> credentials() {
    return Map.of("username", kim.username(), "password", Signet.PASSWORD);
  }
}
