package dev.signet.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.guard.Undecided;
import dev.signet.wire.Answer;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Starting with nothing at all, starting again after a power cut, and starting with something
 * wrong.
 */
@Tag("startup")
class StartupIT {

  private static final int NOT_FOUND = 404;

  @Test
  void losesNothingThatWasAnsweredWhenItIsKilled() throws IOException {
    Path folder = ServerProcess.folder("killed");
    Person kim = Person.stranger();
    Answer signup;
    try (ServerProcess server = start(folder, Map.of())) {
      signup = server.awaitReady().post("/api/auth/signup", kim.signupRequest());
      assertThat(signup.status()).isEqualTo(201);
    }

    assertThat(permissions(folder.resolve("signet-data"))).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("signet-data/secret"))).isEqualTo("rw-------");
    try (ServerProcess server = start(folder, Map.of())) {
      server.awaitReady();
      assertThat(server.post("/api/auth/refresh", Map.of("refresh", signup.refresh())).status())
          .isEqualTo(200);
      assertThat(server.get("/api/me", signup.access()).status()).isEqualTo(200);
    }
  }

  @Test
  void takesSettingsAndClaimsFromTheEnvironment() {
    Map<String, String> environment =
        Map.of(
            "SIGNET_TOKEN_ACCESS_LIFETIME", "PT2M",
            "SIGNET_TOKEN_CLAIMS_IS_ADMIN", "is_admin",
            "SIGNET_ISSUER", "http://signet.example");

    try (ServerProcess server = start(ServerProcess.folder("configured"), environment)) {
      Answer signup =
          server.awaitReady().post("/api/auth/signup", Person.stranger().signupRequest());
      JsonObject token = server.get("/api/me", signup.access()).json().getJsonObject("token");

      assertThat(signup.json().getInt("expires_in")).isEqualTo(120);
      assertThat(token.getBoolean("is_admin")).isFalse();
      assertThat(token.getString("iss")).isEqualTo("http://signet.example");
    }
  }

  @Test
  void stopsAtASettingNobodyKnows() {
    expectRefusal(
        "unknown-setting",
        Map.of("SIGNET_TOKEN_ACESS_LIFETIME", "PT1M"),
        "SIGNET_TOKEN_ACESS_LIFETIME is no setting of Signet");
  }

  @Test
  void stopsAtADatabaseItCannotReach() {
    expectRefusal(
        "no-database",
        Map.of(
            "SIGNET_DB_URL", "jdbc:postgresql://127.0.0.1:1/signet",
            "SIGNET_SECRET", "the-secret-of-the-wire-tests-is-no-secret"),
        "The database cannot be opened: check that it runs and that SIGNET_DB_URL");
  }

  @Test
  void stopsAtAResourceThatAnybodyCouldCall() {
    Path folder = ServerProcess.folder("undecided");
    Path war = Overlay.war(folder, Undecided.class);

    try (ServerProcess server = ServerProcess.start(folder, war, Map.of())) {
      server.awaitLog("Say who may call [dev.signet.guard.Undecided.anybody]");
      assertThat(server.status("/health/live")).isEqualTo(NOT_FOUND);
    }
  }

  private static void expectRefusal(
      String folder, Map<String, String> environment, String sentence) {
    try (ServerProcess server = start(ServerProcess.folder(folder), environment)) {
      server.awaitLog("Signet cannot start. " + sentence);
      assertThat(server.status("/health/live")).isNotEqualTo(200);
    }
  }

  private static ServerProcess start(Path folder, Map<String, String> environment) {
    return ServerProcess.start(folder, ServerProcess.war(), environment);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
