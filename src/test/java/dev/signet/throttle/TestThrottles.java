package dev.signet.throttle;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signet.database.Database;
import dev.signet.origin.Origin;
import dev.signet.platform.TestEnvironments;
import dev.signet.platform.TestSettings;
import dev.signet.problem.ProblemException;
import dev.signet.problem.TestRefusals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Throttles of an installation with a database in memory, and a clock that is moved by hand. Its
 * beans are made by hand.
 */
@SuppressWarnings("UnnecessaryAssignment")
public final class TestThrottles {

  static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

  private final Database database =
      Database.open(
          TestEnvironments.ofDatabase(
              "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1"));

  private Instant now;
  private int addresses;

  private TestThrottles(Instant now) {
    this.now = now;
  }

  /** At some time. */
  public static TestThrottles of(Instant now) {
    return new TestThrottles(now);
  }

  /** Of a node with the settings of who sets nothing. */
  public Throttle throttle() {
    return throttle(Map.of());
  }

  /** Of a node. */
  public Throttle throttle(Map<String, String> set) {
    ThrottleSettings settings = ThrottleSettings.from(TestSettings.with(set));
    Throttle throttle = new Throttle();
    throttle.settings = settings;
    throttle.counters = counters();
    throttle.devices = devices(settings);
    InstantSource time = () -> now;
    throttle.clock = time.withZone(ZoneOffset.UTC);
    return throttle;
  }

  /** Lets time go by. */
  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  Counters counters() {
    return new Counters(database.connections(), database.secret());
  }

  DeviceTokens tokens() {
    return new DeviceTokens(database.secret(), Duration.ofDays(365));
  }

  private KnownDevices devices(ThrottleSettings settings) {
    return new KnownDevices(new DeviceTokens(database.secret(), settings.deviceLifetime()));
  }

  /** How many seconds something has to wait; empty where it need not. */
  static Optional<Long> refusal(Runnable work) {
    return Optional.ofNullable(catchThrowableOfType(ProblemException.class, work::run))
        .map(TestRefusals::retrySeconds);
  }

  /** Nobody has come from there before. */
  Origin somewhere() {
    addresses++;
    return at("2001:db8:%x:%x::1".formatted(addresses >> 16, addresses & 0xffff));
  }

  /** A browser at an address. */
  static Origin at(String ip) {
    return new Origin(ip, "a browser");
  }

  /** The number that a query gives. */
  int count(String query) {
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
