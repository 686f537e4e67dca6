package dev.signet.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the server's pool takes for a connection, and never sees broken: the real one is opened when
 * work begins, and anew when the database has gone away in between. Only the work that it went away
 * under fails. A pool left to itself would hand out broken connections: Payara's each once,
 * WildFly's for ever, and both write a stack trace for each.
 */
final class LastingConnection implements InvocationHandler {

  private static final int ALIVE_WITHIN_SECONDS = 5;

  /** How often the database has gone away: a connection that is older must prove itself. */
  private static final AtomicInteger BREAKS = new AtomicInteger();

  private final Source database;
  private @Nullable Connection real;
  private int breaksSurvived;
  private boolean autoCommit = true;
  private boolean working;
  private boolean closed;

  private LastingConnection(Source database) {
    this.database = database;
  }

  /** Where the real ones come from. */
  @FunctionalInterface
  interface Source {
    Connection open() throws SQLException;
  }

  /** A connection to a database that need not be there yet. */
  static Connection to(Source database) {
    return (Connection)
        Proxy.newProxyInstance(
            LastingConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new LastingConnection(database));
  }

  @Override
  public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "equals" -> arguments != null && self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      case "toString" -> LastingConnection.class.getSimpleName();
      case "isClosed" -> closed;
      case "close" -> close();
      case "getAutoCommit" -> autoCommit;
      case "setAutoCommit" -> setAutoCommit(arguments);
      case "commit" -> commit();
      case "rollback" -> arguments == null ? rollback() : delegate(method, arguments);
      // What pools ask of a new connection, or at a checkout: no reason to need the database.
      case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
      case "setTransactionIsolation" -> isUsual(arguments) ? null : delegate(method, arguments);
      case "isReadOnly" -> false;
      case "getClientInfo" -> arguments == null ? new Properties() : null;
      case "setClientInfo" -> null;
      default -> delegate(method, arguments);
    };
  }

  private static boolean isUsual(Object @Nullable [] level) {
    return level != null && level[0].equals(Connection.TRANSACTION_READ_COMMITTED);
  }

  private @Nullable Object delegate(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(readyToWork(), arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }

  private Connection readyToWork() throws SQLException {
    if (closed) {
      throw new SQLException("This connection was given back", "08003");
    }
    Connection usable = working && real != null ? real : whole();
    if (usable.getAutoCommit() != autoCommit) {
      usable.setAutoCommit(autoCommit);
    }
    working = !autoCommit;
    return usable;
  }

  /** Between two pieces of work: what has become of the connection meanwhile harms nobody. */
  private Connection whole() throws SQLException {
    Connection held = real;
    if (held != null && !isBroken(held)) {
      return held;
    }
    letGo();
    int breaks = BREAKS.get();
    Connection opened = database.open();
    breaksSurvived = breaks;
    real = opened;
    return opened;
  }

  private boolean isBroken(Connection held) throws SQLException {
    if (hasBroken(held)) {
      return true;
    }
    int breaks = BREAKS.get();
    if (breaks == breaksSurvived) {
      return false;
    }
    breaksSurvived = breaks;
    return !held.isValid(ALIVE_WITHIN_SECONDS);
  }

  /** Tells the others, too: the first to know saves them from finding out. */
  private boolean hasBroken(Connection held) throws SQLException {
    boolean broken = held.isClosed();
    if (broken) {
      BREAKS.compareAndSet(breaksSurvived, breaksSurvived + 1);
    }
    return broken;
  }

  /** As JDBC has it, this commits what is under way. */
  private @Nullable Void setAutoCommit(Object @Nullable [] arguments) throws SQLException {
    boolean value = arguments != null && Boolean.TRUE.equals(arguments[0]);
    if (value && working) {
      commit();
    }
    autoCommit = value;
    return null;
  }

  private @Nullable Void commit() throws SQLException {
    if (working && real != null) {
      working = false;
      real.commit();
    }
    return null;
  }

  /** What is broken off, the database has rolled back itself. */
  private @Nullable Void rollback() throws SQLException {
    working = false;
    Connection held = real;
    if (held == null || hasBroken(held) || held.getAutoCommit()) {
      return null;
    }
    try {
      held.rollback();
    } catch (SQLException failed) {
      if (!hasBroken(held)) {
        throw failed;
      }
    }
    return null;
  }

  private @Nullable Void close() throws SQLException {
    closed = true;
    letGo();
    return null;
  }

  private void letGo() throws SQLException {
    Connection held = real;
    real = null;
    if (held != null) {
      held.close();
    }
  }
}
