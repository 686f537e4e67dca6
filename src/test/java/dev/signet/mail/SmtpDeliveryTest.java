package dev.signet.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.signet.mail.Letter.Template;
import dev.signet.platform.TestSettings;
import dev.signet.wire.TestCertificate;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation with a real mail server. */
class SmtpDeliveryTest {

  private static final String ADDRESS = "127.0.0.1";

  @TempDir static Path folder;
  private static TestCertificate certificate;

  private final Letter letter = TestMails.letter(Template.VERIFY_EMAIL, Locale.KOREAN);
  private GreenMail server = of(ServerSetup.PROTOCOL_SMTP);
  private int port;

  @BeforeAll
  static void certify() {
    certificate = TestCertificate.of(folder, "ip:" + ADDRESS);
    // GreenMail reads its certificate once: every one of this process shows it.
    System.setProperty("greenmail.tls.keystore.file", certificate.keyStore().toString());
    System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void handsOverToAServerThatAsksForNothing() throws Exception {
    start(ServerSetup.PROTOCOL_SMTP);

    deliver(ADDRESS, "none", Map.of(), new Properties());

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Signet 이메일 주소를 확인해 주세요");
  }

  @Test
  void saysWhoItIsBehindACertificateOfTheServer() throws Exception {
    start(ServerSetup.PROTOCOL_SMTPS);

    deliver(ADDRESS, "tls", user("right-password"), trusted());

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void doesNotGoOnWithAnotherPassword() throws Exception {
    start(ServerSetup.PROTOCOL_SMTPS);

    assertThatExceptionOfType(AuthenticationFailedException.class)
        .isThrownBy(() -> deliver(ADDRESS, "tls", user("wrong-password"), trusted()));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void saysNothingToAServerOfAnotherName() throws Exception {
    start(ServerSetup.PROTOCOL_SMTPS);

    assertThatExceptionOfType(MessagingException.class)
        .isThrownBy(() -> deliver("localhost", "tls", Map.of(), trusted()));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void saysNothingToAServerThatNobodyVouchesFor() throws Exception {
    start(ServerSetup.PROTOCOL_SMTPS);

    assertThatExceptionOfType(MessagingException.class)
        .isThrownBy(() -> deliver(ADDRESS, "tls", Map.of(), new Properties()))
        .withCauseInstanceOf(SSLException.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  /** As where somebody on the way has taken the offer away. */
  @Test
  void saysNothingInTheClearWhereStarttlsIsNotOffered() {
    start(ServerSetup.PROTOCOL_SMTP);

    assertThatExceptionOfType(MessagingException.class)
        .isThrownBy(() -> deliver(ADDRESS, "starttls", user("right-password"), new Properties()))
        .withMessageContaining("STARTTLS");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void tellsAMailThatIsNotWantedFromAServerThatDoesNotAnswer() {
    start(ServerSetup.PROTOCOL_SMTP);
    server
        .getUserManager()
        .setMessageDeliveryHandler(
            (message, recipient) -> {
              throw new UserException("nobody of this name");
            });
    assertThatExceptionOfType(SendFailedException.class)
        .isThrownBy(() -> deliver(ADDRESS, "none", Map.of(), new Properties()));

    server.stop();
    assertThatExceptionOfType(MessagingException.class)
        .isThrownBy(() -> deliver(ADDRESS, "none", Map.of(), new Properties()))
        .isNotInstanceOf(SendFailedException.class);
  }

  /** It has the mail: another attempt would be one too many. */
  @Test
  void takesAYesForAYesWhereTheServerDoesNotSayGoodbye() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = mute.getLocalPort();
      CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> takeOne(mute));

      deliver(ADDRESS, "none", Map.of("signet.mail.timeout", "PT0.5S"), new Properties());

      assertThat(received.join()).contains("Message-ID: ");
    }
  }

  /** Says yes to all, and nothing to QUIT, until the client has gone. */
  private static String takeOne(ServerSocket server) {
    try (Socket client = server.accept();
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
      OutputStream answers = client.getOutputStream();
      StringBuilder received = new StringBuilder();
      String line = "";
      answers.write("220 here\r\n".getBytes(US_ASCII));
      while (line != null) {
        line = reader.readLine();
        received.append(line).append('\n');
        answers.write(answerTo(line, received.indexOf("DATA\n") >= 0).getBytes(US_ASCII));
      }
      return received.toString();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String answerTo(@Nullable String line, boolean afterData) {
    if (line == null || line.equals("QUIT")) {
      return "";
    }
    if (line.equals("DATA")) {
      return "354 go on\r\n";
    }
    return afterData && !line.equals(".") ? "" : "250 yes\r\n";
  }

  private void start(String protocol) {
    server = of(protocol);
    server.setUser("signet@example.com", "signet", "right-password");
    server.start();
    boolean tls = protocol.equals(ServerSetup.PROTOCOL_SMTPS);
    port = (tls ? server.getSmtps() : server.getSmtp()).getPort();
  }

  private static GreenMail of(String protocol) {
    return new GreenMail(new ServerSetup(0, ADDRESS, protocol));
  }

  private static Map<String, String> user(String password) {
    return Map.of("signet.mail.user", "signet", "signet.mail.password", password);
  }

  /** The properties of who trusts the server and no other. */
  private static Properties trusted() {
    Properties properties = new Properties();
    properties.put("mail.smtp.ssl.socketFactory", certificate.trusting().getSocketFactory());
    return properties;
  }

  private void deliver(String host, String tls, Map<String, String> more, Properties trust)
      throws MessagingException {
    Map<String, String> values = new HashMap<>(more);
    values.put("signet.mail.host", host);
    values.put("signet.mail.port", Integer.toString(port));
    values.put("signet.mail.tls", tls);
    values.put("signet.mail.from", "signet@example.com");
    SmtpSettings settings = SmtpSettings.from(TestSettings.with(values)).orElseThrow();
    Properties properties = settings.properties();
    properties.putAll(trust);
    new SmtpDelivery(settings, Session.getInstance(properties)).deliver(TestMails.message(letter));
  }
}
