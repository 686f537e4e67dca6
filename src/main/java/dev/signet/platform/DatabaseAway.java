package dev.signet.platform;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;

/**
 * Tells a database that is not there, for now, from everything else that may go wrong with one: by
 * what its driver says, wherever in the causes of a failure that is, or by the server's pool having
 * no connection to give, or by its transaction manager having lost the database while it committed:
 * Payara's keeps of what the driver said no more than the text.
 */
public final class DatabaseAway {

  /** Of the standard: the class of connections. */
  private static final String CONNECTION = "08";

  /** Of PostgreSQL: it is told to stop, it has crashed, it is starting. */
  private static final String SHUTDOWN = "57P0";

  /** Of PostgreSQL: it has no connection left. */
  private static final String TOO_MANY_CONNECTIONS = "53300";

  /** Of H2: its connection is broken, it is closed, it is closing. */
  private static final Set<String> OF_H2 = Set.of("90067", "90098", "90121");

  /** Of a transaction manager: the resource manager has failed, or is not there. */
  private static final Set<Integer> OF_XA = Set.of(XAException.XAER_RMERR, XAException.XAER_RMFAIL);

  /** Causes may go in a circle. */
  private static final int DEEPEST = 30;

  private DatabaseAway() {}

  /** What shows that the database is away; empty where something else has failed. */
  public static Optional<String> sign(Throwable failure) {
    return reasons(failure, DEEPEST).flatMap(reason -> signIn(reason).stream()).findFirst();
  }

  /** WildFly's transaction manager gives what the driver said as suppressed, not as a cause. */
  private static Stream<Throwable> reasons(Throwable failure, int deep) {
    if (deep == 0) {
      return Stream.empty();
    }
    Stream<Throwable> below =
        Stream.concat(
            Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()));
    return Stream.concat(Stream.of(failure), below.flatMap(reason -> reasons(reason, deep - 1)));
  }

  private static Optional<String> signIn(Throwable cause) {
    if (cause instanceof SQLException failure) {
      return signOf(failure);
    }
    if (cause instanceof XAException failure && OF_XA.contains(failure.errorCode)) {
      return Optional.of("XA error " + failure.errorCode);
    }
    boolean ofPool = cause.getClass().getName().startsWith("jakarta.resource.");
    return ofPool ? Optional.of("no connection from the pool") : Optional.empty();
  }

  private static Optional<String> signOf(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    boolean away =
        failure instanceof SQLTransientConnectionException
            || failure instanceof SQLNonTransientConnectionException
            || state.startsWith(CONNECTION)
            || state.startsWith(SHUTDOWN)
            || state.equals(TOO_MANY_CONNECTIONS)
            || OF_H2.contains(state);
    return away ? Optional.of("SQL state " + state) : Optional.empty();
  }
}
