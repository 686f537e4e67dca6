package dev.signet.database;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Environment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the state lives: a JDBC URL and who opens it. */
record DatabaseLocation(String url, String user, String password) {

  private static final Pattern EMBEDDED_FILE = Pattern.compile("jdbc:h2:(?:file:)?([^;]+).*");
  private static final Pattern NOT_A_FILE =
      Pattern.compile("jdbc:h2:(?:mem|nioMemFS|nioMemLZF|memFS|memLZF|tcp|ssl|zip|split|async):.*");

  DatabaseLocation {
    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
      throw new CannotStart(
          "SIGNET_DB_URL must start with jdbc:postgresql: or jdbc:h2:, and does not.");
    }
  }

  static DatabaseLocation of(Environment environment) {
    return new DatabaseLocation(
        environment.value("signet.db.url").orElseThrow(DatabaseLocation::missing),
        environment.value("signet.db.user").orElse(""),
        environment.value("signet.db.password").orElse(""));
  }

  boolean isPostgresql() {
    return url.startsWith("jdbc:postgresql:");
  }

  /** The folder of an embedded database's file; empty for a database elsewhere or in memory. */
  Optional<Path> directory() {
    Matcher embedded = EMBEDDED_FILE.matcher(url);
    if (NOT_A_FILE.matcher(url).matches() || !embedded.matches()) {
      return Optional.empty();
    }
    Path file =
        Path.of(
            embedded
                .group(1)
                .replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home"))));
    return Optional.ofNullable(file.toAbsolutePath().normalize().getParent());
  }

  private static CannotStart missing() {
    return new CannotStart("SIGNET_DB_URL is blank: give a JDBC URL, or unset it for H2.");
  }

  /** Shows no password, wherever it is printed. */
  @Override
  public String toString() {
    return "DatabaseLocation[]";
  }
}
