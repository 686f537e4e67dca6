package dev.signet.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The SQL statements that the database has run, by its own account, but for those that come by the
 * clock. It counts what passes the data source by, too.
 */
public final class Statements {

  private static final Pattern LOGGED =
      Pattern.compile(" LOG: {2}(?:execute [^:]*|statement): (.*)");

  private static final Pattern NOT_OF_A_REQUEST =
      Pattern.compile(
          "(?is)(begin|commit|rollback|set |show |select setting_name|select .* from"
              + " (revocation|signing_key|outbox|link_request|audit_event|logout_notice)|delete"
              + " from"
              + " (session|revocation|outbox|throttle|link|account|authorization_code|used_assertion)"
              + " |update outbox ).*");

  private final Map<String, Long> before;

  private Statements(Map<String, Long> before) {
    this.before = before;
  }

  /** Those from this moment on. */
  public static Statements fromNow() {
    if (onH2()) {
      Rows.change("set query_statistics true");
      Rows.change("set query_statistics_max_entries 10000");
    }
    return new Statements(counts());
  }

  /** Those of requests, up to this moment. */
  public List<String> ofRequests() {
    return counts().entrySet().stream()
        .filter(one -> !NOT_OF_A_REQUEST.matcher(one.getKey()).matches())
        .flatMap(one -> since(one.getKey(), one.getValue()).stream())
        .toList();
  }

  private List<String> since(String text, long now) {
    return Collections.nCopies((int) (now - before.getOrDefault(text, 0L)), text);
  }

  /** How often each statement has run. */
  private static Map<String, Long> counts() {
    return onH2() ? ofH2() : ofPostgresql();
  }

  private static boolean onH2() {
    return System.getProperty("it.database").equals("h2");
  }

  private static Map<String, Long> ofH2() {
    return Rows.counts(
        "select sql_statement, execution_count from information_schema.query_statistics"
            + " where sql_statement not like '%query_statistics%'");
  }

  private static Map<String, Long> ofPostgresql() {
    String mark = UUID.randomUUID().toString();
    Rows.count("select count('" + mark + "')");
    String log = Eventually.get(Statements::log, text -> text.contains(mark));
    return LOGGED
        .matcher(log)
        .results()
        .map(statement -> statement.group(1))
        .filter(text -> !text.startsWith("select count('"))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static String log() {
    try {
      return Files.readString(Path.of(System.getProperty("it.server.log.dir"), "postgresql.log"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
