package dev.signet.throttle;

import dev.signet.account.IdentifierKey;
import dev.signet.database.TestSecrets;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;

/** The rows of the suite's server, by whom they are about. */
final class TestRows {

  private static final Counters COUNTERS =
      new Counters(new JdbcDataSource(), TestSecrets.ofProcess());

  private TestRows() {}

  /** As if time had gone by since somebody failed to log in. */
  static void letPass(Duration time, Person person) {
    Rows.change(
        "update throttle set paused_until = paused_until - ? where id = ?",
        time.toMillis(),
        row(person));
  }

  /** As if a person had failed to log in more often. */
  static void addFailures(int times, Person person) {
    Rows.change("update throttle set failures = failures + ? where id = ?", times, row(person));
  }

  /** As if two had failed at the same moment. */
  static void pauseUntilTheSameTime(Person one, Person other) {
    Rows.change(
        "update throttle set paused_until = (select max(paused_until) from throttle where id = ?)"
            + " where id = ?",
        row(other),
        row(one));
  }

  /** As if it were long ago that a person failed to log in. */
  static void expire(Person person) {
    Rows.change("update throttle set expires_at = 0 where id = ?", row(person));
  }

  /** How many rows there are of a person's failures. */
  static int count(Person person) {
    return Rows.count("select count(*) from throttle where id = ?", row(person));
  }

  private static String row(Person person) {
    return COUNTERS.id("login", IdentifierKey.of(person.username()));
  }

  /** As if a client had tried more often. */
  static void add(String limit, TestClient client, int times, Duration each) {
    Rows.change(
        "update throttle set expires_at = expires_at + ? where id = ?",
        each.toMillis() * times,
        COUNTERS.id(limit, client.address()));
  }
}
