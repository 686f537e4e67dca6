package dev.signet.relying;

import com.microsoft.playwright.impl.driver.Driver;
import dev.signet.wire.Eventually;
import dev.signet.wire.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The web application in {@code src/test/js/openid-client}, with the Node that Playwright's driver
 * contains. Its libraries are npm's, in the versions and with the hashes of its lock file.
 */
final class NodeApplication implements AutoCloseable {

  private static final Path SOURCE = Path.of("src/test/js/openid-client");

  private final Process process;

  private NodeApplication(Process process) {
    this.process = process;
  }

  /** The npm of this machine, which knows where packages are; Maven has none. */
  static Optional<Path> npm() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, "npm"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it, and waits until it serves. */
  static NodeApplication start(Map<String, String> environment) {
    Path folder = ServerProcess.folder("openid-client");
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
      Path npm = npm().orElseThrow();
      await(run(folder, Map.of(), npm.toString(), "ci", "--ignore-scripts", "--prefer-offline"));
      Process process = run(folder, environment, node(), "application.mjs");
      URI address = URI.create("http://127.0.0.1:" + environment.get("PORT") + "/provider");
      Eventually.get(() -> !process.isAlive() || isServed(address), ready -> ready);
      if (!process.isAlive()) {
        throw new IllegalStateException("It has ended already: see target/server-logs");
      }
      return new NodeApplication(process);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String node() {
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return Driver.ensureDriverInstalled(environment, false).createProcessBuilder().command().get(0);
  }

  private static Process run(Path folder, Map<String, String> environment, String... command)
      throws IOException {
    Path logs = Files.createDirectories(Path.of(System.getProperty("it.target"), "server-logs"));
    Path log = logs.resolve(folder.getFileName() + ".log");
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void await(Process npm) {
    int failure = npm.onExit().join().exitValue();
    if (failure != 0) {
      throw new IllegalStateException("npm ci: " + failure + ", see target/server-logs");
    }
  }

  private static boolean isServed(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
