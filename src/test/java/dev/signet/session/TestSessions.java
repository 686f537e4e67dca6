package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.origin.Origin;
import dev.signet.platform.TestSettings;
import java.lang.reflect.Field;
import java.time.Instant;

/** Sessions as their rows are. */
public final class TestSessions {

  private static final SessionSettings SETTINGS = SessionSettings.from(TestSettings.shipped());
  private static final Origin ORIGIN = new Origin("192.0.2.1", "a browser");

  private TestSessions() {}

  /** A session that was opened just now, under the shipped settings. */
  public static Session opened(Account account, Instant now) {
    return opened(account, now, SETTINGS);
  }

  /** One of a kind. */
  public static Session opened(Account account, SessionKind kind, Instant now) {
    return opened(account, kind, now, SETTINGS);
  }

  static Session opened(Account account, Instant now, SessionSettings settings) {
    return opened(account, SessionKind.API, now, settings);
  }

  static Session opened(Account account, SessionKind kind, Instant now, SessionSettings settings) {
    return new Session(account, ORIGIN, kind, settings.of(kind), now);
  }

  /** A client's, which was opened with the browser's. */
  public static Session ofClient(ClientLogin login, LiveSession browser) {
    return Session.ofClient(login, browser, ORIGIN, SETTINGS.of(login.kind()));
  }

  /** The same row after a refresh, which was its {@code generation}th. */
  public static Session refreshed(Session session, int generation, Instant now) {
    set(session, "generation", generation);
    set(session, "refreshedAt", now);
    set(session, "idleExpiresAt", SETTINGS.of(session.kind()).idleEnd(now));
    return session;
  }

  /** The same row after its session was ended. */
  static Session revoked(Session session, Instant now) {
    set(session, "revokedAt", now);
    return session;
  }

  /** Fills a column as the persistence provider does. */
  private static void set(Object row, String column, Object value) {
    try {
      Field field = row.getClass().getDeclaredField(column);
      field.setAccessible(true);
      field.set(row, value);
    } catch (ReflectiveOperationException renamed) {
      throw new IllegalStateException(renamed);
    }
  }
}
