package dev.signet.throttle;

import dev.signet.database.MasterSecret;
import dev.signet.platform.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;

/** The rows of {@code throttle}. Each statement stands by itself: none waits for a transaction. */
final class Counters {

  private static final String FORGET = "delete from throttle where expires_at <= :now and id = :id";

  /** H2 asks of which type a parameter is. */
  private static final String NOW = "cast(? as bigint)";

  /** How often a row may change between the statements of one attempt. */
  private static final int TRIES = 3;

  private final DataSource database;
  private final HmacSha256 ids;

  /**
   * The rows of a database.
   *
   * @param secret which names them
   */
  Counters(DataSource database, MasterSecret secret) {
    this.database = database;
    this.ids = new HmacSha256(secret.derive("throttle"));
  }

  /** The row of a limit and of whom it is counted by. */
  String id(String limit, String subject) {
    byte[] name = (limit + '\0' + subject).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ids.of(name));
  }

  /**
   * Takes an attempt before its work is begun. Returns how long to wait for the next one where none
   * is left; zero where it was taken.
   */
  Duration take(Limit limit, String id, Instant at) {
    long now = at.toEpochMilli();
    try (Connection connection = database.getConnection()) {
      for (int i = 0; i < TRIES; i++) {
        if (change(connection, limit.take(), id, now)
            || change(connection, limit.begin(), id, now)) {
          return Duration.ZERO;
        }
        Optional<Limit.Row> row = find(connection, id);
        long ready = row.map(limit::readyAt).orElse(now);
        if (ready > now) {
          return Duration.ofMillis(ready - now);
        }
        change(connection, FORGET, id, now);
      }
      return Duration.ofSeconds(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Gives an attempt back that was taken at that time. */
  void giveBack(Limit limit, String id, Instant taken) {
    change(limit.giveBack(), id, taken);
  }

  /** Forgets all attempts of a row. */
  void clear(String id) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from throttle where id = ?")) {
      delete.setString(1, id);
      delete.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /**
   * Removes some of the rows that say nothing any more. Returns how many; other nodes may do the
   * same at the same time.
   */
  int purge(Instant now, int most) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                """
                delete from throttle where id in (select id from throttle
                  where expires_at <= ? order by expires_at fetch first ? rows only
                  for update skip locked)\
                """)) {
      delete.setLong(1, now.toEpochMilli());
      delete.setInt(2, most);
      return delete.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void change(String statement, String id, Instant at) {
    try (Connection connection = database.getConnection()) {
      change(connection, statement, id, at.toEpochMilli());
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static boolean change(Connection connection, String text, String id, long now)
      throws SQLException {
    int times = text.split(":now", -1).length - 1;
    String sql = text.replace(":now", NOW).replace(":id", "?");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= times; i++) {
        statement.setLong(i, now);
      }
      statement.setString(times + 1, id);
      return statement.executeUpdate() == 1;
    }
  }

  private static Optional<Limit.Row> find(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select paused_until, expires_at from throttle where id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Limit.Row(row.getLong(1), row.getLong(2)))
            : Optional.empty();
      }
    }
  }
}
