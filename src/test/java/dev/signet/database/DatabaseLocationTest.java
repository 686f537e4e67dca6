package dev.signet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestEnvironments;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseLocationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:/var/lib/signet/data",
        "jdbc:h2:/var/lib/signet/data",
        "jdbc:h2:file:/var/lib/signet/data;MODE=PostgreSQL;WRITE_DELAY=0",
        "jdbc:h2:/var/lib/other/../signet/data;A=b:/c",
      })
  void hasADirectoryWhereItIsAFile(String url) {
    assertThat(at(url).directory()).contains(Path.of("/var/lib/signet"));
  }

  @Test
  void beginsAtTheWorkingDirectoryWhenItIsRelative() {
    assertThat(at("jdbc:h2:file:./signet-data/signet;X=y").directory())
        .contains(Path.of("signet-data").toAbsolutePath());
    assertThat(at("jdbc:h2:./signet").directory()).contains(Path.of("").toAbsolutePath());
  }

  @Test
  void beginsAtHomeWithATilde() {
    assertThat(at("jdbc:h2:~/data/signet").directory())
        .contains(Path.of(System.getProperty("user.home"), "data"));
    assertThat(at("jdbc:h2:file:/a~/signet").directory()).contains(Path.of("/a~"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:",
        "jdbc:h2:mem:signet;DB_CLOSE_DELAY=-1",
        "jdbc:h2:tcp://localhost/~/signet",
        "jdbc:h2:ssl://localhost:8085/signet",
        "jdbc:h2:zip:/backup.zip!/signet",
        "jdbc:h2:",
        "jdbc:postgresql:signet",
        "jdbc:postgresql://localhost:5432/signet?sslmode=require",
      })
  void hasNoDirectoryElsewhere(String url) {
    assertThat(at(url).directory()).isEmpty();
  }

  @Test
  void knowsPostgresqlByItsUrl() {
    assertThat(at("jdbc:postgresql://localhost/signet").isPostgresql()).isTrue();
    assertThat(at("jdbc:h2:mem:jdbc:postgresql:").isPostgresql()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://localhost/hunter2",
        "postgresql://localhost/hunter2",
        "postgres://signet:hunter2@localhost/signet",
        "JDBC:H2:mem:hunter2",
        " jdbc:h2:mem:hunter2",
        "jdbc:h2",
        "jdbc:postgresqlx://hunter2",
      })
  void refusesAnyOtherDatabase(String url) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> at(url))
        .withMessageStartingWith("SIGNET_DB_URL must start with")
        .withMessageNotContaining("hunter2");
  }

  @Test
  void comesFromTheEnvironment() {
    Map<String, String> variables =
        Map.of(
            "SIGNET_DB_URL", "jdbc:postgresql://db/signet",
            "SIGNET_DB_USER", "signet",
            "SIGNET_DB_PASSWORD", " as it is ");
    assertThat(DatabaseLocation.of(TestEnvironments.of(variables)))
        .isEqualTo(new DatabaseLocation("jdbc:postgresql://db/signet", "signet", " as it is "));
  }

  @Test
  void needsNoUser() {
    assertThat(DatabaseLocation.of(TestEnvironments.of(Map.of("SIGNET_DB_URL", "jdbc:h2:mem:"))))
        .isEqualTo(new DatabaseLocation("jdbc:h2:mem:", "", ""));
  }

  @Test
  void isRefusedWhenItIsBlank() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> DatabaseLocation.of(TestEnvironments.of(Map.of("SIGNET_DB_URL", " "))))
        .withMessageStartingWith("SIGNET_DB_URL is blank");
  }

  private static DatabaseLocation at(String url) {
    return new DatabaseLocation(url, "", "");
  }
}
