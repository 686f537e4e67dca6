package dev.signet.relying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Ports;
import dev.signet.wire.ServerKind;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.ServerSetup;
import dev.signet.wire.TestCertificate;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signet behind a certificate of its own making, and on the other server the applications of
 * others, which trust both.
 */
public final class Federation implements AutoCloseable {

  private final TestCertificate certificate;
  private final URI issuer;
  private final URI node;
  private final ServerSetup applications;
  private final ServerProcess signet;
  private final ServerProcess others;

  private Federation() {
    Path folder = ServerProcess.folder("federation");
    Ports ports = Ports.free();
    certificate = TestCertificate.of(folder, "dns:localhost,ip:127.0.0.1");
    issuer = URI.create("https://localhost:%d/signet".formatted(ports.https()));
    node = URI.create("http://127.0.0.1:" + Ports.free().http());
    applications = applications();
    signet =
        ServerProcess.start(provider(folder, ports), Map.of("SIGNET_ISSUER", issuer.toString()));
    others = ServerProcess.start(applications, Map.of());
  }

  /** Both serve, or neither runs. */
  static Federation started() {
    Federation federation = new Federation();
    try {
      federation.awaitBoth();
    } catch (AssertionError tooLate) {
      federation.close();
      throw tooLate;
    }
    return federation;
  }

  private void awaitBoth() {
    signet.awaitStarted();
    assertThat(signet.log()).doesNotContain("Signet cannot start.");
    signet.awaitReady();
    others.awaitServed(application("/intranet/goodbye"));
  }

  private ServerSetup provider(Path folder, Ports ports) {
    return new ServerSetup(
        ServerKind.ofThisBuild(),
        folder,
        ports,
        List.of(ServerProcess.war()),
        Clients.of(applications.origin(), node),
        List.of(),
        Optional.of(certificate));
  }

  private ServerSetup applications() {
    Path folder = ServerProcess.folder("applications");
    return new ServerSetup(
        ServerKind.other(),
        folder,
        Ports.free(),
        List.of(
            Applications.reports(folder, issuer.toString()),
            Applications.intranet(folder, issuer.toString())),
        Map.of(
            "javax.net.ssl.trustStore",
            certificate.trustStore().toString(),
            "javax.net.ssl.trustStorePassword",
            TestCertificate.PASSWORD),
        List.of(Path.of("src/test/resources/wildfly-intranet.yml")),
        Optional.empty());
  }

  public ServerProcess signet() {
    return signet;
  }

  public TestCertificate certificate() {
    return certificate;
  }

  /** Signs somebody up at Signet. */
  public Answer signUp(Person person) {
    Answer answer = signet.post("/api/auth/signup", person.signupRequest());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  /** Sends an access token to one of the Java applications. */
  Answer get(String path, String bearer) {
    return others.send(
        HttpRequest.newBuilder(application(path)).header("Authorization", "Bearer " + bearer));
  }

  /** Where a path of the Java applications is. */
  public URI application(String path) {
    return applications.origin().resolve(path);
  }

  /** Where a path of the application on Node is, once it is started. */
  URI node(String path) {
    return node.resolve(path);
  }

  NodeApplication startNode() {
    return NodeApplication.start(
        Map.of(
            "ISSUER", issuer.toString(),
            "CLIENT_ID", "notes",
            "CLIENT_SECRET", Clients.SECRET,
            "REPORTS", application("/reports/reports").toString(),
            "PORT", Integer.toString(node.getPort()),
            "NODE_EXTRA_CA_CERTS", certificate.pem().toString()));
  }

  @Override
  public void close() {
    signet.close();
    others.close();
  }
}
