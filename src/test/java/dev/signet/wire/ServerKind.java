package dev.signet.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The servers that Signet runs on, each started as README.md and docs/https.md tell operators. */
public enum ServerKind {
  PAYARA {
    @Override
    List<String> command(ServerSetup setup) throws IOException {
      List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m"));
      setup.certificate().ifPresent(shown -> command.add("@" + setup.folder().resolve("tls.args")));
      command.addAll(List.of("-jar", path().toString(), "--nohazelcast", "--disablephonehome"));
      command.addAll(List.of("--prebootcommandfile", preboot(setup).toString()));
      command.addAll(List.of("--port", Integer.toString(setup.ports().http())));
      if (setup.certificate().isPresent()) {
        command.addAll(List.of("--sslport", Integer.toString(setup.ports().https())));
        command.addAll(List.of("--sslcert", TestCertificate.ALIAS));
      }
      for (Path war : setup.wars()) {
        command.addAll(List.of("--deploy", war.toString()));
      }
      return command;
    }

    /** With a certificate, in the folder too: what opens it. */
    private Path preboot(ServerSetup setup) throws IOException {
      if (setup.certificate().isEmpty()) {
        return Path.of("server-config/payara/preboot.txt").toAbsolutePath();
      }
      Path keyStore = setup.certificate().get().keyStore();
      Files.writeString(
          setup.folder().resolve("tls.args"),
          "-Djavax.net.ssl.keyStore=%s -Djavax.net.ssl.keyStorePassword=%s"
              .formatted(keyStore, TestCertificate.PASSWORD));
      return Files.writeString(
          setup.folder().resolve("preboot.txt"),
          Files.readString(Path.of("server-config/payara/preboot-https.txt")) + ON_LOOPBACK);
    }
  },

  WILDFLY {
    @Override
    List<String> command(ServerSetup setup) throws IOException {
      Path base = base(setup);
      Ports ports = setup.ports();
      List<String> command = new ArrayList<>();
      command.add(path().resolve("bin/standalone.sh").toString());
      List<Path> yaml = new ArrayList<>(setup.yaml());
      setup.certificate().ifPresent(shown -> yaml.add(Path.of("server-config/wildfly/https.yml")));
      if (!yaml.isEmpty()) {
        command.add(
            yaml.stream()
                .map(file -> file.toAbsolutePath().toString())
                .collect(Collectors.joining(":", "--yaml=", "")));
      }
      command.addAll(
          List.of(
              "-Djboss.server.base.dir=" + base,
              "-Djboss.http.port=" + ports.http(),
              "-Djboss.https.port=" + ports.https(),
              "-Djboss.ajp.port=" + ports.ajp(),
              "-Djboss.management.http.port=" + ports.management(),
              "-Djboss.management.https.port=" + ports.managementHttps()));
      return command;
    }

    @Override
    Map<String, String> environment(TestCertificate shown) {
      return Map.of(
          "TLS_KEYSTORE", shown.keyStore().toString(), "TLS_PASSWORD", TestCertificate.PASSWORD);
    }

    private Path base(ServerSetup setup) throws IOException {
      Path base = setup.folder().resolve("standalone");
      for (String part : List.of("configuration", "deployments")) {
        Files.createDirectories(base.resolve(part));
      }
      try (Stream<Path> files = Files.list(path().resolve("standalone/configuration"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          copy(file, base.resolve("configuration"));
        }
      }
      for (Path war : setup.wars()) {
        copy(war, base.resolve("deployments"));
      }
      return base;
    }

    private void copy(Path file, Path folder) throws IOException {
      Path copy = folder.resolve(file.getFileName());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  };

  /** Operators have it listen to everybody; tests do not. */
  private static final String ON_LOOPBACK =
      "\nset configs.config.server-config.network-config.network-listeners.network-listener"
          + ".https-listener.address=127.0.0.1\n";

  /** The one that this build is about. */
  public static ServerKind ofThisBuild() {
    return System.getProperty("arquillian.launch").equals("payara") ? PAYARA : WILDFLY;
  }

  /** The one that it is not about. */
  public static ServerKind other() {
    return ofThisBuild() == PAYARA ? WILDFLY : PAYARA;
  }

  abstract List<String> command(ServerSetup setup) throws IOException;

  /** What the environment has to say for TLS. */
  Map<String, String> environment(TestCertificate shown) {
    return Map.of();
  }

  /** Where Maven has put it. */
  Path path() {
    return Path.of(System.getProperty(this == PAYARA ? "it.payara.path" : "it.wildfly.path"));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
