package dev.signet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the units and the servers of all runs before have logged. PostgreSQL's own log is not ours:
 * it was told to write all.
 */
@Tag("logs")
class LogsIT {

  private static final String SESSION = ",\"session\":\"[A-Za-z0-9_-]{22}\"";
  private static final Pattern TOKEN_OF_A_LINK =
      Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

  private static final Path TARGET = Path.of(System.getProperty("it.target"));

  @Test
  void thereAreLogsOfEachRun() {
    String server = System.getProperty("arquillian.launch");

    for (String database : List.of("h2", "postgresql")) {
      assertThat(text(logs("server-logs/" + server + "-" + database)))
          .contains("Signet keeps its data in")
          .containsPattern("Bearer token refused: .*, from 198\\.1[89](\\.\\d+){2}")
          .containsPattern("Throttled: login, from 198\\.1[89](\\.\\d+){2}, for PT")
          .contains("{\"event\":\"refresh_token_reused\",");
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

  /** By the mails that the servers have left: the token of no link is anywhere. */
  @Test
  void noLinkIsLogged() {
    Set<String> logged =
        TOKEN_OF_A_LINK
            .matcher(all())
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());

    assertThat(mails().stream().filter(Letter::hasLink).map(Letter::token))
        .hasSizeGreaterThan(100)
        .noneMatch(logged::contains);
  }

  private static List<Letter> mails() {
    try (Stream<Path> files = Files.walk(TARGET.resolve("server"))) {
      return files.filter(file -> file.toString().endsWith(".eml")).map(Letter::in).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The accounts of the tests have names and addresses of this shape. The gate's own diary has
   * them.
   */
  @Test
  void nobodyIsNamed() {
    assertThat(text(withoutFailures()) + text(logs("failsafe-reports")))
        .doesNotContainPattern("\\bp[0-9a-f]{32}\\b")
        .doesNotContain("@example.org");
  }

  @Test
  void whatHappensIsToldOfByIdsAlone() {
    assertThat(servers())
        .containsPattern(line("login_succeeded", "SUCCESS", SESSION))
        .containsPattern(line("logout", "SUCCESS", SESSION))
        .containsPattern(line("account_disabled", "SUCCESS", ""))
        .containsPattern(line("refresh_token_reused", "FAILURE", SESSION));
  }

  /** Whatever else it says comes after the ids. */
  private static String line(String event, String outcome, String session) {
    String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    return "\\{\"event\":\"%s\",\"outcome\":\"%s\",\"seq\":\\d+,\"at\":\"[0-9T:.Z-]+\",\"account\":\"%s\"%s"
            .formatted(event, outcome, uuid, session)
        + ".*\"ip\":\"[0-9.]+\",\"details\":\\{.*},\"hash\":\"[0-9a-f]{64}\"}";
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

  /** What the server of other applications writes of their tokens is its own. */
  @Test
  void noRefusalHasAStackTrace() {
    assertThat(
            text(serversBut("applications"))
                + text(logs("failsafe-reports"))
                + text(logs("surefire-reports")))
        .doesNotContain("dev.signet.problem.ProblemException")
        .doesNotContain("Exception trying to parse JWT token");
  }

  /**
   * But for the servers that have a contributor which fails on purpose, or an audit that cannot be
   * written: see GateJarIT, UserInfoJarIT and AuditPurgeIT.
   */
  @Test
  void nothingUnexpectedHappened() {
    assertThat(text(withoutFailures()) + text(logs("failsafe-reports")))
        .doesNotContain("Unexpected error");
  }

  private static List<Path> withoutFailures() {
    return serversBut("gate|userinfo|disturbed-\\w+");
  }

  private static List<Path> serversBut(String others) {
    return logs("server-logs").stream()
        .filter(log -> !log.toString().matches(".*-(" + others + ")\\.log"))
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
