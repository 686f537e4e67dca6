package dev.signet.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.post.PostResource;
import dev.signet.wire.MailServer;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails of a JAR in {@code WEB-INF/lib}, by way of a real mail server. */
@Tag("startup")
class MailIT {

  private static final String LINK = "https://signet.example/verify-email?token=find-me-in-a-mail";

  private static MailServer mailServer;
  private static ServerProcess server;

  private final String kim = Person.stranger().email();

  @BeforeAll
  static void start() {
    mailServer = MailServer.start();
    Path folder = ServerProcess.folder("mail");
    Path war = Overlay.warWithPackageOf(folder, PostResource.class);
    server = ServerProcess.start(folder, war, mailServer.environment()).awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
    mailServer.close();
  }

  @Test
  void arriveInTheLanguageOfTheReaderAsATextAndAPage() throws Exception {
    assertThat(post("", kim)).isEqualTo(204);

    MimeMessage mail = mailServer.awaitMailTo(kim);

    assertThat(mail.getSubject()).isEqualTo("Signet 이메일 주소를 확인해 주세요");
    assertThat(mail.getHeader("From")).containsExactly("Signet <signet@example.org>");
    assertThat(mail.getMessageID()).matches("<[A-Za-z0-9_-]{22}@example\\.org>");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getContent().toString())
        .startsWith("김서명님, 안녕하세요.")
        .contains(LINK);
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContent().toString()).contains("<a href=\"" + LINK + "\">");
  }

  @Test
  void areNotSentWhereTheTransactionRollsBack() {
    assertThat(post("/in-vain", kim)).isEqualTo(400);

    assertThatOthersArrive();
    assertThat(mailServer.mailsTo(kim)).isEmpty();
  }

  @Test
  void areRefusedWhereThereIsNoTransaction() {
    assertThat(post("/without-transaction", kim)).isEqualTo(400);

    assertThatOthersArrive();
    assertThat(mailServer.mailsTo(kim)).isEmpty();
  }

  @Test
  void waitForAMailServerThatIsDownAndArriveOnce() {
    mailServer.goDown();
    try {
      assertThat(post("", kim)).isEqualTo(204);
      server.awaitLog("ConnectException; next attempt");
    } finally {
      mailServer.comeUp();
    }

    mailServer.awaitMailTo(kim);

    assertThatOthersArrive();
    assertThat(mailServer.mailsTo(kim)).hasSize(1);
  }

  @Test
  void leaveNeitherAddressNorLinkInTheLog() {
    post("", kim);
    mailServer.awaitMailTo(kim);
    server.awaitLog(" delivered");

    assertThat(server.log()).doesNotContain("find-me-in-a-mail").doesNotContain("@example.org");
  }

  /** What was wanted later is sent later: whatever was due before has been sent by then. */
  private static void assertThatOthersArrive() {
    String other = Person.stranger().email();
    assertThat(post("", other)).isEqualTo(204);
    mailServer.awaitMailTo(other);
  }

  private static int post(String path, String address) {
    Map<String, String> letter =
        Map.of("email", address, "language", "ko-KR", "name", "김서명", "link", LINK);
    return server.post("/api/post" + path, letter).status();
  }
}
