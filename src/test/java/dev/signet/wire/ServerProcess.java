package dev.signet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server of its own, in a folder of its own, started as an operator does and ended as a power cut
 * does.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Path TARGET = Path.of(System.getProperty("it.target"));
  private static final Path SERVER = Path.of(System.getProperty("it.server.path"));
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What Payara Micro says at last, and WildFly: all went well, or there were errors. */
  private static final Pattern STARTED = Pattern.compile("Payara Micro .* ready in|WFLYSRV002[56]");

  /** Where an entry of the log begins: with the date on Payara, and the time on WildFly. */
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^(?=(?:\\x1b\\[[0-9;]*m)*(?:\\[20\\d\\d-|\\d\\d:\\d\\d:\\d\\d,))");

  private static final Pattern OURS = Pattern.compile("\\A.*\\[[^ \\]]*dev\\.signet\\.");
  private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at \\S+\\(");
  private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.eyJ");

  private final Process process;
  private final Path log;
  private final int port;

  /** What a server leaves there when it is killed is of no use: 135 MB each time. */
  private final Path temporary;

  private ServerProcess(Process process, Path temporary, Path log, int port) {
    this.process = process;
    this.temporary = temporary;
    this.log = log;
    this.port = port;
  }

  /** The WAR that Maven built. */
  public static Path war() {
    return TARGET.resolve("signet.war");
  }

  /** A folder in which a server may leave what it wants. */
  public static Path folder(String name) {
    try {
      return ServerEnvironment.empty(
          TARGET.resolve("server").resolve(System.getProperty("arquillian.launch") + "-" + name));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /**
   * Starts a server, with nothing known of Signet but what {@code environment} says, and that the
   * addresses of the tests are to be believed unless that says otherwise.
   */
  public static ServerProcess start(Path folder, Path war, Map<String, String> environment) {
    try {
      List<Integer> ports = freePorts();
      Path log = TARGET.resolve("server-logs").resolve(folder.getFileName() + ".log");
      Files.createDirectories(log.getParent());
      Path temporary = Files.createTempDirectory(folder, "temporary");
      ProcessBuilder builder = new ProcessBuilder(command(folder, war, ports));
      builder.directory(folder.toFile()).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().remove("SIGNET_SECRET");
      builder.environment().put("SIGNET_PROXY_TRUSTED", "127.0.0.1");
      builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
      builder.environment().putAll(environment);
      return new ServerProcess(builder.start(), temporary, log, ports.get(0));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits until it serves. */
  public ServerProcess awaitReady() {
    Eventually.get(() -> status("/health/ready"), status -> status == 200);
    return this;
  }

  /** Waits until it has started, with Signet or without. */
  public ServerProcess awaitStarted() {
    Eventually.get(this::log, content -> STARTED.matcher(content).find());
    return this;
  }

  /** Waits until its log says something. */
  public void awaitLog(String text) {
    Eventually.get(this::log, content -> content.contains(text));
  }

  public String log() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Expects that Signet has logged no stack trace, and nobody a token. What a server writes of its
   * own when a commit fails, or Hibernate, is not ours.
   */
  public void expectQuietLog() {
    String log = log();
    assertThat(
            ENTRY
                .splitAsStream(log)
                .filter(entry -> OURS.matcher(entry).find())
                .filter(entry -> STACK_TRACE.matcher(entry).find()))
        .isEmpty();
    assertThat(log.lines().filter(line -> TOKEN.matcher(line).find())).isEmpty();
  }

  /** The status of an answer; 0 where there is none. */
  public int status(String path) {
    try {
      return send(request(path)).status();
    } catch (IllegalStateException nobodyThere) {
      return 0;
    }
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** A JSON object of text members. */
  public Answer post(String path, Map<String, String> members) {
    return send(posting(path, members));
  }

  /** The same, without waiting for the answer; no answer is an exception. */
  public CompletableFuture<Answer> postAsync(String path, Map<String, String> members) {
    return HTTP.sendAsync(posting(path, members).build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(Answer::new);
  }

  /** With an access token. */
  public Answer get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  private HttpRequest.Builder posting(String path, Map<String, String> members) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(
            BodyPublishers.ofString(
                Json.createObjectBuilder(Map.<String, Object>copyOf(members)).build().toString()));
  }

  /** Where a path of its Signet is. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + "/signet" + path);
  }

  /** From an address of its own, as long as the server trusts 127.0.0.1. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .header(ClientAddresses.HEADER, ClientAddresses.next())
        .timeout(Duration.ofSeconds(60));
  }

  /** SIGKILL, with no time to save anything. */
  @Override
  public void close() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .toList()
        .forEach(
            one -> {
              one.destroyForcibly();
              one.onExit().join();
            });
    try {
      ServerEnvironment.empty(temporary);
    } catch (IOException inUse) {
      throw new UncheckedIOException(inUse);
    }
  }

  private static List<String> command(Path folder, Path war, List<Integer> ports)
      throws IOException {
    return System.getProperty("arquillian.launch").equals("payara")
        ? payara(war, ports)
        : wildfly(folder, war, ports);
  }

  private static List<String> payara(Path war, List<Integer> ports) {
    Path preboot = Path.of("server-config/payara/preboot.txt").toAbsolutePath();
    return List.of(
        java(),
        "-Xmx512m",
        "-jar",
        SERVER.toString(),
        "--nohazelcast",
        "--disablephonehome",
        "--prebootcommandfile",
        preboot.toString(),
        "--port",
        ports.get(0).toString(),
        "--contextroot",
        "signet",
        "--deploy",
        war.toString());
  }

  private static List<String> wildfly(Path folder, Path war, List<Integer> ports)
      throws IOException {
    Path base = folder.resolve("standalone");
    for (String part : List.of("configuration", "deployments")) {
      Files.createDirectories(base.resolve(part));
    }
    try (Stream<Path> files = Files.list(SERVER.resolve("standalone/configuration"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file,
            base.resolve("configuration").resolve(file.getFileName()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.copy(war, base.resolve("deployments/signet.war"), StandardCopyOption.REPLACE_EXISTING);
    return List.of(
        SERVER.resolve("bin/standalone.sh").toString(),
        "-Djboss.server.base.dir=" + base,
        "-Djboss.http.port=" + ports.get(0),
        "-Djboss.https.port=" + ports.get(1),
        "-Djboss.ajp.port=" + ports.get(2),
        "-Djboss.management.http.port=" + ports.get(3),
        "-Djboss.management.https.port=" + ports.get(4));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<Integer> freePorts() throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }
}
