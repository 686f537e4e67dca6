package dev.signet.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A power cut while many refresh: some have their answers, some are committed, some are not. */
@Tag("nodes")
class KilledRefreshIT {

  private static final int CLIENTS = 24;

  /** It takes a while to start again. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SIGNET_SESSION_ROTATION_GRACE", "PT5M");

  @Test
  void leavesEveryClientOneSuccessorToComeBackFor() {
    Path folder = ServerProcess.folder("killed-refresh");
    List<Answer> logins;
    List<Optional<Answer>> answers;
    try (ServerProcess server = start(folder)) {
      logins = Stream.generate(() -> signUp(server)).limit(CLIENTS).toList();
      answers = refreshUntilKilled(server, logins);
    }
    try (ServerProcess server = start(folder)) {
      for (int i = 0; i < CLIENTS; i++) {
        assertGoesOn(server, logins.get(i), answers.get(i));
      }
    }
  }

  /** At the first answer, the others being under way. */
  private static List<Optional<Answer>> refreshUntilKilled(
      ServerProcess server, List<Answer> logins) {
    AtomicBoolean killed = new AtomicBoolean();
    return Parallel.times(
        CLIENTS,
        i -> {
          try {
            Answer answer = refresh(server, logins.get(i));
            if (killed.compareAndSet(false, true)) {
              server.close();
            }
            return Optional.of(answer);
          } catch (IllegalStateException cut) {
            return Optional.<Answer>empty();
          }
        });
  }

  private static void assertGoesOn(ServerProcess server, Answer login, Optional<Answer> answer) {
    Answer retried = refresh(server, login);

    assertThat(generation(retried)).isEqualTo(1);
    answer.ifPresent(before -> assertThat(retried.body()).isEqualTo(before.body()));
    assertThat(refresh(server, login).body()).isEqualTo(retried.body());
    assertThat(server.get("/api/me", retried.access()).status()).isEqualTo(200);
    assertThat(generation(refresh(server, retried))).isEqualTo(2);
  }

  private static int generation(Answer refreshed) {
    assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
    return Claims.of(refreshed.refresh()).getInt("gen");
  }

  private static Answer signUp(ServerProcess server) {
    return server.post("/api/auth/signup", Person.stranger().signupRequest());
  }

  private static Answer refresh(ServerProcess server, Answer login) {
    return server.post("/api/auth/refresh", Map.of("refresh", login.refresh()));
  }

  private static ServerProcess start(Path folder) {
    return ServerProcess.start(folder, ServerProcess.war(), ENVIRONMENT).awaitReady();
  }
}
