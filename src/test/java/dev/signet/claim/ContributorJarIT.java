package dev.signet.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.staff.StaffNumber;
import dev.signet.wire.Answer;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A JAR in {@code WEB-INF/lib} whose beans add claims and members: nobody forks for that. */
@Tag("startup")
class ContributorJarIT {

  private static final int NOT_FOUND = 404;

  private final Person kim = Person.stranger();

  @Test
  void addsToTokensAndAnswersWhatItSaysAtThatTime() throws IOException {
    Path folder = ServerProcess.folder("contributors");
    Path register = Files.createFile(folder.resolve("staff.properties"));
    Path war = Overlay.warWithPackageOf(folder, StaffNumber.class);
    Map<String, String> environment =
        Map.of(
            "STAFF_REGISTER", register.toString(),
            "STAFF_SWITCHBOARD", "+44 20 7946 0000",
            "SIGNET_ANSWER_USERNAME", "username");

    try (ServerProcess server = ServerProcess.start(folder, war, environment)) {
      Answer signup = server.awaitReady().post("/api/auth/signup", kim.signupRequest());
      expectAStranger(server, signup);

      Files.writeString(register, kim.username() + "=7001 press sales");
      Answer refreshed = server.post("/api/auth/refresh", Map.of("refresh", signup.refresh()));
      expectStaff(server, refreshed);
      assertThat(refreshed.json()).doesNotContainKeys("is_staff", "staff", "username");

      expectMembersAfter("user", login(server, "/api/auth/login"));
      expectMembersAfter("access", login(server, "/api/token/"));
    }
  }

  @Test
  void isRefusedWhenItWantsAReservedClaim() {
    Path folder = ServerProcess.folder("impostor");
    Path war = Overlay.war(folder, Impostor.class);

    try (ServerProcess server = ServerProcess.start(folder, war, Map.of())) {
      assertThat(server.awaitStarted().log())
          .contains("Signet cannot start. dev.signet.claim.Impostor sets the reserved claim sub");
      assertThat(server.status("/health/live")).isEqualTo(NOT_FOUND);
    }
  }

  private void expectAStranger(ServerProcess server, Answer signup) {
    assertThat(signup.status()).as(signup.body()).isEqualTo(201);
    assertThat(signup.body())
        .endsWith(",\"is_staff\":false,\"username\":\"" + kim.username() + "\"}");
    assertThat(claims(server, signup)).doesNotContainKeys("staff_number", "teams");
  }

  private static void expectStaff(ServerProcess server, Answer refreshed) {
    JsonObject claims = claims(server, refreshed);
    assertThat(claims.getInt("staff_number")).isEqualTo(7001);
    assertThat(claims.getJsonArray("teams")).hasToString("[\"press\",\"sales\"]");
  }

  private void expectMembersAfter(String last, Answer login) {
    assertThat(login.json().keySet()).endsWith(last, "is_staff", "staff", "username");
    assertThat(login.json().getJsonObject("staff"))
        .hasToString("{\"number\":7001,\"teams\":[\"press\",\"sales\"]}");
    assertThat(login.text("username")).isEqualTo(kim.username());
  }

  private Answer login(ServerProcess server, String path) {
    return server.post(path, Map.of("username", kim.username(), "password", Signet.PASSWORD));
  }

  private static JsonObject claims(ServerProcess server, Answer tokens) {
    return server.get("/api/me", tokens.access()).json().getJsonObject("token");
  }
}
