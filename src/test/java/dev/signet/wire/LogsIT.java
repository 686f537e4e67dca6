package dev.signet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the units and the servers of all runs before have logged. PostgreSQL's own log is not ours:
 * it was told to write all.
 */
@Tag("logs")
class LogsIT {

  private static final Path TARGET = Path.of(System.getProperty("it.target"));

  @Test
  void thereAreLogsOfEachRun() {
    String server = System.getProperty("arquillian.launch");

    for (String database : List.of("h2", "postgresql")) {
      assertThat(text(logs("server-logs/" + server + "-" + database)))
          .contains("Signet keeps its data in")
          .containsPattern("Bearer token refused: .*, from 198\\.1[89](\\.\\d+){2}")
          .containsPattern("Throttled: login, from 198\\.1[89](\\.\\d+){2}, for PT")
          .contains("Refresh token reused");
    }
  }

  @Test
  void thereIsALogOfTheUnits() {
    assertThat(text(logs("surefire-reports"))).contains("Successfully applied");
  }

  /**
   * A token, or the start of one, whose first member is alg, typ or kid. Fewer letters would not
   * do: random ids, which are logged, have those now and then.
   */
  @Test
  void noTokenIsLogged() {
    assertThat(all())
        .doesNotContainPattern(Pattern.compile("eyJ(hbGci|0eXAi|raWQi)|eyJ[A-Za-z0-9_-]+\\.eyJ"));
  }

  @Test
  void noPasswordIsLogged() {
    assertThat(all()).doesNotContain("find-me-in-a-log");
  }

  /**
   * The accounts of the tests have names and addresses of this shape. The gate's own diary has
   * them.
   */
  @Test
  void nobodyIsNamed() {
    assertThat(text(withoutGate()) + text(logs("failsafe-reports")))
        .doesNotContainPattern("\\bp[0-9a-f]{32}\\b")
        .doesNotContain("@example.org");
  }

  @Test
  void sessionsAreToldOfByTheirIdsAlone() {
    String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    assertThat(servers())
        .containsPattern("Session [A-Za-z0-9_-]{22} opened: account " + uuid)
        .containsPattern("Session [A-Za-z0-9_-]{22} ended: LOGOUT, account " + uuid)
        .containsPattern("All \\d+ sessions ended: ACCOUNT_DISABLED, account " + uuid)
        .containsPattern("Refresh token reused: session [A-Za-z0-9_-]{22} ended, account " + uuid);
  }

  @Test
  void noHashIsLogged() {
    assertThat(all()).doesNotContain("$argon2");
  }

  @Test
  void noSecretAndNoKeyIsLogged() {
    assertThat(all())
        .doesNotContain("the-secret-of-the-wire-tests")
        .doesNotContain("PRIVATE KEY")
        .doesNotContain("\"d\":");
  }

  @Test
  void noRefusalHasAStackTrace() {
    assertThat(all())
        .doesNotContain("dev.signet.problem.ProblemException")
        .doesNotContain("Exception trying to parse JWT token");
  }

  /** But for the server that has a contributor which fails on purpose: see GateJarIT. */
  @Test
  void nothingUnexpectedHappened() {
    assertThat(text(withoutGate()) + text(logs("failsafe-reports")))
        .doesNotContain("Unexpected error");
  }

  private static List<Path> withoutGate() {
    return logs("server-logs").stream()
        .filter(log -> !log.toString().endsWith("-gate.log"))
        .toList();
  }

  private static String all() {
    return servers() + text(logs("surefire-reports"));
  }

  private static String servers() {
    return text(logs("server-logs")) + text(logs("failsafe-reports"));
  }

  private static List<Path> logs(String folder) {
    try (Stream<Path> files = Files.walk(TARGET.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("postgresql.log"))
          .filter(file -> file.toString().matches(".*(\\.log(\\.\\d+)?|-output\\.txt)"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(List<Path> files) {
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      try {
        text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return text.toString();
  }
}
