package dev.signet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL of a test's own, which goes away and comes back: the same data, at the same port.
 */
public final class Postgresql implements AutoCloseable {

  private final Path folder;
  private final int port;
  private EmbeddedPostgres running;

  private Postgresql(Path folder) throws IOException {
    this.folder = folder;
    this.running = builder(folder).start();
    this.port = running.getPort();
  }

  /** A new one, in a folder of its own. */
  public static Postgresql started(String name) {
    try {
      return new Postgresql(ServerProcess.folder(name + "-postgresql"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As an operator stops it: whoever is connected is thrown out. */
  public void stop() {
    try {
      running.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Starts it again. */
  public void start() {
    try {
      running = builder(folder).setPort(port).start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Hangs: it is there, and says nothing any more. */
  public void pause() {
    signal("-STOP");
  }

  /** Goes on where it has hung. */
  public void resume() {
    signal("-CONT");
  }

  /** The environment of a node that keeps its state here, and what else is to be in it. */
  public Map<String, String> environment(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SIGNET_DB_URL", url());
    environment.put("SIGNET_DB_USER", "postgres");
    environment.put("SIGNET_SECRET", "the-secret-of-the-wire-tests-is-no-secret");
    environment.putAll(more);
    return environment;
  }

  /** Where it is, as JDBC has it. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** The names and numbers that a query gives. */
  public Map<String, Long> counts(String query) {
    return Rows.counts(this::connect, query);
  }

  /** Changes rows behind the nodes' backs. */
  public void change(String statement, Object... parameters) {
    Rows.change(this::connect, statement, parameters);
  }

  @Override
  public void close() {
    stop();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "");
  }

  private void signal(String name) {
    try {
      List<String> kill = new ArrayList<>(List.of("kill", name));
      ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
      kill.add(Long.toString(postmaster.pid()));
      postmaster.descendants().forEach(backend -> kill.add(Long.toString(backend.pid())));
      assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private long postmaster() throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0));
  }

  private static EmbeddedPostgres.Builder builder(Path folder) {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folder.resolveSibling("postgresql").toFile())
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofMinutes(1))
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "");
  }
}
