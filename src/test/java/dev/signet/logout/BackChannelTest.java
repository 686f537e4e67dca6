package dev.signet.logout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of clients that have certificates of their own making. */
class BackChannelTest {

  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  private HttpsServer client;

  @BeforeEach
  void start() throws Exception {
    client = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    client.setHttpsConfigurator(new HttpsConfigurator(serving(made("ip:127.0.0.1"))));
    client.start();
  }

  @AfterEach
  void stop() {
    client.stop(0);
  }

  @Test
  void trustsTheCertificatesOfTheSettings() throws Exception {
    client.createContext(
        "/logout",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          String type = exchange.getRequestHeaders().getFirst("Content-Type");
          boolean good =
              body.equals("logout_token=a.b.c") && type.equals("application/x-www-form-urlencoded");
          exchange.sendResponseHeaders(good ? 200 : 400, -1);
          exchange.close();
        });

    assertThat(trusting().post(uri("127.0.0.1"), "a.b.c")).isEqualTo(200);
  }

  @Test
  void trustsNoOthers() {
    BackChannel channel = new BackChannel(LogoutSettings.from(TestSettings.shipped()));

    assertThatThrownBy(() -> channel.post(uri("127.0.0.1"), "a.b.c"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void speaksWithNobodyWhoseCertificateIsAnothers() {
    assertThatThrownBy(() -> trusting().post(uri("localhost"), "a.b.c"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void isLedNowhereElse() throws Exception {
    client.createContext(
        "/logout",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });

    assertThat(trusting().post(uri("127.0.0.1"), "a.b.c")).isEqualTo(307);
  }

  @Test
  void waitsForNoAnswerForEver() {
    client.createContext("/logout", exchange -> {});

    assertThatThrownBy(() -> trusting().post(uri("127.0.0.1"), "a.b.c"))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate", "\0"})
  void wantsCertificatesInTheFile(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("authorities.pem"), content);
    String path = content.equals("\0") ? "/nowhere" : file.toString();

    assertThatThrownBy(() -> settings(path))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("signet.logout.trusted-certificates");
  }

  private BackChannel trusting() throws Exception {
    Path pem = folder.resolve("authority.pem");
    keytool("-exportcert", "-rfc", "-alias", "client", "-file", pem.toString());
    return new BackChannel(settings(pem.toString()));
  }

  private static LogoutSettings settings(String trusted) {
    return LogoutSettings.from(
        TestSettings.with(
            Map.of(
                "signet.logout.trusted-certificates", trusted, "signet.logout.timeout", "PT1S")));
  }

  private URI uri(String host) {
    return URI.create("https://%s:%d/logout".formatted(host, client.getAddress().getPort()));
  }

  private Path made(String subject) throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        "client",
        "-keyalg",
        "EC",
        "-dname",
        "CN=client",
        "-ext",
        "san=" + subject);
    return folder.resolve("client.p12");
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", folder.resolve("client.p12").toString(), "-storepass", PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
  }

  private static SSLContext serving(Path keyStore) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(keyStore)) {
      store.load(file, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
