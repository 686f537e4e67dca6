package dev.signet.session;

import dev.signet.wire.Answer;
import dev.signet.wire.Disturbance;
import dev.signet.wire.Eventually;
import dev.signet.wire.Postgresql;
import dev.signet.wire.ServerProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** One of several nodes, as a client comes to it: through what knows which process is ready. */
final class Node implements AutoCloseable {

  private final Path folder;
  private final Map<String, String> environment;
  private final Disturbance database;
  private final Disturbance death = new Disturbance();
  private final AtomicInteger refreshed = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile ServerProcess process;

  /** Starts one, and does not wait for it. */
  Node(String name, Postgresql postgresql, Disturbance database) {
    this.folder = ServerProcess.folder(name);
    this.environment = postgresql.environment(Map.of("SIGNET_SESSION_ROTATION_GRACE", "PT1M"));
    this.database = database;
    this.process = started();
  }

  ServerProcess process() {
    return process;
  }

  /**
   * Refreshes; empty where the answer was lost, or is that it is unavailable, and it may be so.
   *
   * @throws AssertionError for any other answer
   */
  CompletableFuture<Optional<Answer>> refresh(String token) {
    int whenDatabase = database.now();
    int whenDeath = death.now();
    return process
        .postAsync("/api/auth/refresh", Map.of("refresh", token))
        .handle(
            (answer, failure) ->
                failure == null
                    ? judged(answer, whenDatabase, whenDeath)
                    : judged(failure, whenDeath));
  }

  /** SIGKILL. */
  void kill() {
    death.turn();
    process.close();
  }

  /** Starts it again, in the same folder, and tells the clients as soon as it is ready. */
  void restart() {
    process = started().awaitReady();
    death.turn();
  }

  void awaitReadiness(int status) {
    Eventually.get(() -> process.status("/health/ready"), ready -> ready == status);
  }

  /** How many sessions it has refreshed. */
  int refreshed() {
    return refreshed.get();
  }

  /** How many requests it has not answered. */
  int lost() {
    return lost.get();
  }

  @Override
  public void close() {
    process.close();
  }

  private ServerProcess started() {
    return ServerProcess.start(folder, ServerProcess.war(), environment);
  }

  private Optional<Answer> judged(Answer answer, int whenDatabase, int whenDeath) {
    if (answer.status() == 200) {
      refreshed.incrementAndGet();
      return Optional.of(answer);
    }
    boolean disturbed = database.concerns(whenDatabase) || death.concerns(whenDeath);
    if (answer.status() == 503 && disturbed) {
      return Optional.empty();
    }
    throw new AssertionError("Answered " + answer.status() + " " + answer.body());
  }

  private Optional<Answer> judged(Throwable failure, int whenDeath) {
    if (death.concerns(whenDeath)) {
      lost.incrementAndGet();
      return Optional.empty();
    }
    throw new AssertionError("Not answered by a node that lives", failure);
  }
}
