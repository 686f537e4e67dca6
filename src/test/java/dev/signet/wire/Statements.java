package dev.signet.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL statements that PostgreSQL was given, by its log, but for those that come by the clock.
 */
public final class Statements {

  private static final Pattern STATEMENT =
      Pattern.compile(" LOG: {2}(?:execute [^:]*|statement): (?<text>.*)");

  private static final Pattern NOT_OF_A_REQUEST =
      Pattern.compile(
          "(?i)(begin|commit|rollback|set |show |select .* from (revocation|signing_key)).*");

  private final String mark;

  private Statements(String mark) {
    this.mark = mark;
  }

  /** Those from this moment on. */
  public static Statements fromNow() {
    return new Statements(marked());
  }

  /** Those of requests, up to this moment. */
  public List<String> ofRequests() {
    String end = marked();
    return log().stream()
        .dropWhile(line -> !line.contains(mark))
        .takeWhile(line -> !line.contains(end))
        .map(STATEMENT::matcher)
        .filter(Matcher::find)
        .map(statement -> statement.group("text"))
        .filter(text -> !text.contains(mark) && !NOT_OF_A_REQUEST.matcher(text).matches())
        .toList();
  }

  /** A statement of our own that nobody else makes. */
  private static String marked() {
    String mark = UUID.randomUUID().toString();
    Rows.count("select count('" + mark + "')");
    return mark;
  }

  private static List<String> log() {
    try {
      return Files.readAllLines(Path.of(System.getProperty("it.server.log.dir"), "postgresql.log"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
