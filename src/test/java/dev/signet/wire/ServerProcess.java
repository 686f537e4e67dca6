package dev.signet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
  private final URI origin;
  private final HttpClient http;

  /** What a server leaves there when it is killed is of no use: 135 MB each time. */
  private final Path temporary;

  private ServerProcess(Process process, Path temporary, Path log, ServerSetup setup) {
    this.process = process;
    this.temporary = temporary;
    this.log = log;
    this.origin = setup.origin();
    this.http = setup.client();
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
   * Starts the server of this build, with nothing known of Signet but what {@code environment}
   * says, and that the addresses of the tests are to be believed unless that says otherwise.
   */
  public static ServerProcess start(Path folder, Path war, Map<String, String> environment) {
    return start(ServerSetup.of(folder, war), environment);
  }

  /** The same, set up in another way. */
  public static ServerProcess start(ServerSetup setup, Map<String, String> environment) {
    try {
      Path log = TARGET.resolve("server-logs").resolve(setup.folder().getFileName() + ".log");
      Files.createDirectories(log.getParent());
      Path temporary = Files.createTempDirectory(setup.folder(), "temporary");
      ProcessBuilder builder = new ProcessBuilder(setup.command());
      builder.directory(setup.folder().toFile()).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().remove("SIGNET_SECRET");
      builder.environment().put("SIGNET_PROXY_TRUSTED", "127.0.0.1");
      builder.environment().put("JAVA_TOOL_OPTIONS", setup.options(temporary));
      builder.environment().putAll(setup.environment());
      builder.environment().putAll(environment);
      return new ServerProcess(builder.start(), temporary, log, setup);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits until it serves. */
  public ServerProcess awaitReady() {
    return awaitServed(uri("/health/ready"));
  }

  /** Waits until it answers 200 there. */
  public ServerProcess awaitServed(URI address) {
    Eventually.get(() -> status(HttpRequest.newBuilder(address)), status -> status == 200);
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
    return status(request(path));
  }

  private int status(HttpRequest.Builder request) {
    try {
      return send(request).status();
    } catch (IllegalStateException nobodyThere) {
      return 0;
    }
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
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
    return http.sendAsync(posting(path, members).build(), HttpResponse.BodyHandlers.ofString())
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
    return origin.resolve("/signet" + path);
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
}
