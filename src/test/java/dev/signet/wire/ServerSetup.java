package dev.signet.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a server is set up.
 *
 * @param folder its own
 * @param wars what it serves, each below its file's name
 * @param properties the system properties of its JVM
 * @param yaml what WildFly is told beside its {@code standalone.xml}
 * @param certificate the one that it shows; without one it is spoken to without TLS
 */
public record ServerSetup(
    ServerKind kind,
    Path folder,
    Ports ports,
    List<Path> wars,
    Map<String, String> properties,
    List<Path> yaml,
    Optional<TestCertificate> certificate) {

  private static final HttpClient HTTP = builder().build();

  /** The server of this build, as it is without any wish. */
  static ServerSetup of(Path folder, Path war) {
    return new ServerSetup(
        ServerKind.ofThisBuild(),
        folder,
        Ports.free(),
        List.of(war),
        Map.of(),
        List.of(),
        Optional.empty());
  }

  /** Where it serves. A certificate is for a name. */
  public URI origin() {
    return URI.create(
        certificate.isPresent()
            ? "https://localhost:" + ports.https()
            : "http://127.0.0.1:" + ports.http());
  }

  List<String> command() throws IOException {
    return kind.command(this);
  }

  Map<String, String> environment() {
    return certificate.map(kind::environment).orElse(Map.of());
  }

  /**
   * What its JVM reads, with a folder for temporary files. It runs for seconds: code compiled for
   * hours to come would take half of its CPU time.
   */
  String options(Path temporary) {
    return Stream.concat(
            Stream.of(
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporary),
            properties.entrySet().stream().map(one -> "-D" + one.getKey() + "=" + one.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** For requests to it. */
  HttpClient client() {
    return certificate.map(shown -> builder().sslContext(shown.trusting()).build()).orElse(HTTP);
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
  }
}
