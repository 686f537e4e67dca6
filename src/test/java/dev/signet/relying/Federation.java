package dev.signet.relying;

import dev.signet.wire.Ports;
import dev.signet.wire.ServerKind;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.ServerSetup;
import dev.signet.wire.TestCertificate;
import java.net.URI;
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
  private final ServerSetup provider;
  private final ServerSetup applications;
  private final ServerProcess signet;
  private final ServerProcess others;

  private Federation() {
    Path folder = ServerProcess.folder("federation");
    certificate = TestCertificate.of(folder, "dns:localhost,ip:127.0.0.1");
    provider = provider(folder, certificate);
    applications = applications(provider.origin() + "/signet", certificate);
    signet = ServerProcess.start(provider, Map.of("SIGNET_ISSUER", provider.origin() + "/signet"));
    others = ServerProcess.start(applications, Map.of());
  }

  /** Both serve. */
  static Federation started() {
    Federation federation = new Federation();
    federation.signet.awaitReady();
    federation.others.awaitStarted();
    return federation;
  }

  private static ServerSetup provider(Path folder, TestCertificate certificate) {
    return new ServerSetup(
        ServerKind.ofThisBuild(),
        folder,
        Ports.free(),
        List.of(ServerProcess.war()),
        Map.of(),
        Optional.of(certificate));
  }

  private static ServerSetup applications(String issuer, TestCertificate trusted) {
    Path folder = ServerProcess.folder("applications");
    return new ServerSetup(
        ServerKind.other(),
        folder,
        Ports.free(),
        List.of(Applications.reports(folder, issuer + "/oauth2/jwks")),
        Map.of(
            "javax.net.ssl.trustStore",
            trusted.trustStore().toString(),
            "javax.net.ssl.trustStorePassword",
            TestCertificate.PASSWORD),
        Optional.empty());
  }

  public ServerProcess signet() {
    return signet;
  }

  public TestCertificate certificate() {
    return certificate;
  }

  /** The server of the applications. */
  ServerProcess others() {
    return others;
  }

  /** Where a path of the applications is. */
  URI application(String path) {
    return applications.origin().resolve(path);
  }

  @Override
  public void close() {
    signet.close();
    others.close();
  }
}
