package dev.signet.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server with the default settings believes nobody who says from which address a request is: the
 * tests' client says another with each.
 */
@Tag("startup")
class ForgedAddressIT {

  private static final String SIGNUP = "/api/auth/signup";

  private static ServerProcess server;

  @BeforeAll
  static void start() {
    server =
        ServerProcess.start(
                ServerProcess.folder("forged"),
                ServerProcess.war(),
                Map.of("SIGNET_PROXY_TRUSTED", ""))
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void countsAllRequestsAsThoseOfThePeer() {
    Answer first = server.post(SIGNUP, Person.stranger().signupRequest());
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(server.get("/api/me/sessions", first.access()).body())
        .contains("\"ip\":\"127.0.0.1\"");
    int signedUp = 1;
    Answer last = first;
    while (last.status() == 201 && signedUp < 60) {
      last = server.post(SIGNUP, Person.stranger().signupRequest());
      signedUp++;
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(signedUp).isGreaterThan(30);
    assertThat(server.log()).contains("Throttled: signup.per-ip, from 127.0.0.1, for ");
  }

  @Test
  void logsTheAddressOfThePeer() {
    assertThat(server.get("/api/me", "garbage").status()).isEqualTo(401);

    server.awaitLog("Bearer token refused: access: TOKEN_INVALID[], from 127.0.0.1");
  }
}
