package dev.signet.database;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Environment;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of this installation. The first touch brings its schema up to date; that may come
 * from the server's pool, or from MicroProfile Config asking for the public keys before CDI and the
 * pool exist.
 */
public final class Database {

  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final int CONNECT_SECONDS = 10;

  /** Longer than any statement takes; for a database that is there and does not answer. */
  private static final int ANSWER_SECONDS = 30;

  private static final Set<MigrationState> FUTURE =
      EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private static @Nullable Database opened;
  private static boolean closed;

  private final DatabaseLocation location;
  private final DataSource connections;
  private final MasterSecret secret;

  private Database(Environment environment) {
    location = DatabaseLocation.of(environment);
    secret = MasterSecret.of(environment, location);
    connections = location.isPostgresql() ? impatient(postgresql(location)) : h2(location);
  }

  /**
   * The database of this process, migrated.
   *
   * @throws CannotStart when it cannot be reached or its schema is not this version's
   */
  public static synchronized Database ofProcess() {
    if (closed) {
      throw new IllegalStateException("This deployment has ended; another may have the database");
    }
    if (opened == null) {
      opened = open(Environment.ofProcess());
    }
    return opened;
  }

  /** A database, migrated. */
  public static Database open(Environment environment) {
    Database database = new Database(environment);
    database.location.directory().ifPresent(PrivateFolder::make);
    database.migrate();
    return database;
  }

  /**
   * Lets go of the embedded database's file, so that a redeployment can open it. A request that
   * comes late must not take it back.
   */
  public static synchronized void close() {
    Database database = opened;
    opened = null;
    closed = true;
    if (database != null) {
      database.shutDown();
    }
  }

  /** Connections that no pool keeps: for what runs before the server's pool, and seldom. */
  public DataSource connections() {
    return connections;
  }

  /** The secret that belongs to the data. */
  public MasterSecret secret() {
    return secret;
  }

  /** The folder of the embedded database; empty where the data is elsewhere. */
  public Optional<Path> directory() {
    return location.directory();
  }

  private void migrate() {
    refuseWhenUnreachable();
    Flyway flyway =
        Flyway.configure(Database.class.getClassLoader())
            .dataSource(location.isPostgresql() ? postgresql(location) : connections)
            .locations("classpath:db/migration")
            .load();
    try {
      refuseForeignSchema(flyway.info());
      flyway.migrate();
    } catch (FlywayException failed) {
      throw new CannotStart(
          "The schema could not be brought up to date; nothing was started: " + failed.getMessage(),
          failed);
    }
  }

  private void refuseWhenUnreachable() {
    try (Connection connection = connections.getConnection()) {
      LOG.log(
          System.Logger.Level.INFO,
          "Signet keeps its data in {0} {1}{2}",
          connection.getMetaData().getDatabaseProductName(),
          connection.getMetaData().getDatabaseProductVersion(),
          location.directory().map(directory -> " under " + directory).orElse(""));
    } catch (SQLException unreachable) {
      throw new CannotStart(
          "The database cannot be opened: check that it runs and that SIGNET_DB_URL, SIGNET_DB_USER"
              + " and SIGNET_DB_PASSWORD are right ("
              + unreachable.getMessage()
              + ").",
          unreachable);
    }
  }

  private static void refuseForeignSchema(MigrationInfoService migrations) {
    List<MigrationInfo> newer =
        Arrays.stream(migrations.all())
            .filter(migration -> FUTURE.contains(migration.getState()))
            .toList();
    if (newer.size() == migrations.all().length) {
      throw new CannotStart("The WAR is incomplete: it holds no migrations. Build it again.");
    }
    if (!newer.isEmpty()) {
      throw new CannotStart(
          "The database was written by a newer Signet (schema "
              + newer.get(0).getVersion()
              + "): deploy that version, or restore the backup made before the upgrade.");
    }
  }

  private void shutDown() {
    if (location.isPostgresql()) {
      return;
    }
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException alreadyClosed) {
      LOG.log(System.Logger.Level.DEBUG, "The embedded database was closed before", alreadyClosed);
    }
  }

  /** Waits no longer than its URL says, or than is sensible: a migration may take its time. */
  static PGSimpleDataSource impatient(PGSimpleDataSource source) {
    if (source.getSocketTimeout() == 0) {
      source.setSocketTimeout(ANSWER_SECONDS);
    }
    return source;
  }

  private static PGSimpleDataSource postgresql(DatabaseLocation location) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setURL(location.url());
    } catch (IllegalArgumentException showsTheUrl) {
      throw new CannotStart("SIGNET_DB_URL is malformed: mend it. (It may hold a password.)");
    }
    // The counts of a batch say which rows were there before.
    source.setReWriteBatchedInserts(false);
    if (!location.user().isEmpty()) {
      source.setUser(location.user());
      source.setPassword(location.password());
    }
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }

  private static DataSource h2(DatabaseLocation location) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(location.url());
    source.setUser(location.user());
    source.setPassword(location.password());
    return source;
  }
}
