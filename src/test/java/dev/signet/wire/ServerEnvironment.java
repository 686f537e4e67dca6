package dev.signet.wire;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What a run of wire tests needs before Arquillian reads {@code arquillian.xml}: free ports, empty
 * folders, a database. Ends it all when the last test is done. Idle among unit tests.
 */
public final class ServerEnvironment implements LauncherSessionListener {

  private static final List<String> PORTS =
      List.of(
          "it.http.port",
          "it.wildfly.management.port",
          "it.wildfly.management.https.port",
          "it.wildfly.https.port",
          "it.wildfly.ajp.port");

  /** What the tests ask of the server beyond its defaults. */
  private static final String SETTINGS =
      "-Dsignet.key.poll-interval=PT0.5S -Dsignet.token.claims.is_admin=is_admin"
          + " -Dsignet.purge.interval=PT1S -Dsignet.purge.batch=5"
          + " -Dsignet.mail.poll-interval=PT0.1S"
          + " -Dsignet.proxy.trusted=127.0.0.1 -Dsignet.throttle.login.first-pause=PT1M"
          + " -Dsignet.throttle.login.longest-pause=PT1H"
          + Application.SETTINGS;

  private EmbeddedPostgres postgresql;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String database = System.getProperty("it.database");
    if (database == null) {
      return;
    }
    try {
      prepare(database);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private void prepare(String database) throws IOException {
    Path target = Path.of(System.getProperty("it.target"));
    String run = System.getProperty("arquillian.launch") + "-" + database;
    Path logs = empty(target.resolve("server-logs").resolve(run));
    Path work = empty(target.resolve("server").resolve(run));
    Path temporary = empty(target.resolve("tmp").resolve(run));
    freePorts();
    System.setProperty("it.server.log.dir", logs.toString());
    System.setProperty("it.wildfly.base.dir", work.resolve("wildfly").toString());
    System.setProperty("it.payara.preboot", "server-config/payara/preboot.txt");
    String url =
        database.equals("h2")
            ? "jdbc:h2:file:%s/signet;MODE=PostgreSQL;WRITE_DELAY=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;AUTO_SERVER=TRUE"
                .formatted(work.resolve("data"))
            : startPostgresql(target, logs);
    System.setProperty("it.database.url", url);
    System.setProperty("it.mail.folder", work.resolve("outbox").toString());
    System.setProperty(
        "it.jvm.options",
        "-Xmx512m -Dh2.bindAddress=127.0.0.1 -Djava.io.tmpdir=%s -Dsignet.db.url=%s"
                .formatted(temporary, url)
            + " -Dsignet.mail.folder=%s %s %s"
                .formatted(work.resolve("outbox"), SETTINGS, OAuthClient.settings()));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    ProcessHandle.current().children().forEach(ServerEnvironment::awaitExit);
    if (postgresql != null) {
      try {
        postgresql.close();
      } catch (IOException stillRunning) {
        throw new UncheckedIOException(stillRunning);
      }
    }
  }

  /** Nothing of an earlier run may be taken for this one's. */
  static Path empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  private static void freePorts() throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    for (String name : PORTS) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      System.setProperty(name, Integer.toString(socket.getLocalPort()));
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
  }

  /** Its log has every statement, for the tests that count them. */
  private String startPostgresql(Path target, Path logs) throws IOException {
    postgresql =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(target.resolve("postgresql").toFile())
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("log_statement", "all")
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_directory", logs.toString())
            .setServerConfig("log_filename", "postgresql.log")
            .start();
    return "jdbc:postgresql://127.0.0.1:" + postgresql.getPort() + "/postgres?user=postgres";
  }

  /** The Payara connector tells the server to end, and does not wait for it. */
  private static void awaitExit(ProcessHandle server) {
    CompletableFuture<ProcessHandle> exit = server.onExit().orTimeout(30, TimeUnit.SECONDS);
    exit.exceptionally(
            tooSlow -> {
              server.destroyForcibly();
              return server;
            })
        .join();
  }
}
