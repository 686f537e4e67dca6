package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Disturbance;
import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.Postgresql;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL, and clients that use both, while one node and the database die. */
@Tag("nodes")
class TwoNodesIT {

  private static final int CLIENTS = 64;

  private final Disturbance away = new Disturbance();
  private final List<RefreshingClient> clients = new ArrayList<>();
  private Postgresql database;
  private Node one;
  private Node other;

  @BeforeEach
  void start() {
    database = Postgresql.started("two-nodes");
    one = new Node("one-of-two", database, away);
    other = new Node("other-of-two", database, away);
    one.awaitReadiness(200);
    other.awaitReadiness(200);
    for (int i = 0; i < CLIENTS; i++) {
      Answer signup = one.process().post("/api/auth/signup", Person.stranger().signupRequest());
      assertThat(signup.status()).isEqualTo(201);
      clients.add(new RefreshingClient(List.of(one, other), signup));
    }
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    database.close();
  }

  @Test
  void neitherForkNorLoseASessionWhateverDies() {
    BlockingQueue<RefreshingClient> idle = new ArrayBlockingQueue<>(CLIENTS, false, clients);
    try (Traffic traffic = Traffic.of(CLIENTS, () -> refreshOne(idle))) {
      awaitProgress(traffic);
      killAndRestart(traffic);
      awaitProgress(traffic);
      restartDatabase();
      awaitProgress(traffic);
      traffic.stopAndExpectNoFailure();
    }
    expectEverySessionAlive();
    expectALogoutToReachBoth();
    one.process().expectQuietLog();
    other.process().expectQuietLog();
  }

  private static void refreshOne(BlockingQueue<RefreshingClient> idle) {
    RefreshingClient client = idle.remove();
    try {
      client.refresh();
    } finally {
      idle.add(client);
    }
  }

  private void killAndRestart(Traffic traffic) {
    one.kill();
    traffic.awaitMore(4 * CLIENTS);
    one.restart();
    assertThat(one.lost()).isPositive();
  }

  private void restartDatabase() {
    away.turn();
    database.stop();
    one.awaitReadiness(503);
    other.awaitReadiness(503);
    database.start();
    one.awaitReadiness(200);
    other.awaitReadiness(200);
    away.turn();
  }

  /** Each node refreshes every session some more times. */
  private void awaitProgress(Traffic traffic) {
    for (Node node : List.of(one, other)) {
      int enough = node.refreshed() + 4 * CLIENTS;
      traffic.await(() -> node.refreshed() >= enough);
    }
  }

  private void expectEverySessionAlive() {
    Map<String, Long> generations =
        clients.stream()
            .collect(Collectors.toMap(RefreshingClient::accountId, RefreshingClient::generation));
    assertThat(
            database.counts("select account_id, generation from session where revoked_at is null"))
        .isEqualTo(generations);
    clients.forEach(RefreshingClient::expectLoggedIn);
  }

  private void expectALogoutToReachBoth() {
    Answer latest = clients.get(0).latest();
    ServerProcess elsewhere = other.process();
    one.process().post("/api/auth/logout", Map.of("refresh", latest.refresh()));
    Eventually.get(() -> elsewhere.get("/api/me", latest.access()).status(), s -> s == 401);
  }
}
