package dev.signet.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.mail.Letter.Template;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailMessageTest {

  @Test
  void isATextAndAPageInUtf8() throws Exception {
    MimeMessage message = received(TestMails.letter(Template.VERIFY_EMAIL, Locale.KOREAN));

    assertThat(message.getContentType()).startsWith("multipart/alternative;");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getContent().toString())
        .startsWith("Kim Signet님, 안녕하세요.")
        .contains(TestMails.LINK);
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("<html lang=\"ko\">")
        .contains("Kim Signet님, 안녕하세요.");
  }

  @Test
  void saysFromWhomToWhomAndWhen() throws Exception {
    MimeMessage message = received(TestMails.letter(Template.VERIFY_EMAIL, Locale.KOREAN));

    assertThat(message.getHeader("From")).containsExactly("Signet <signet@example.com>");
    assertThat(message.getHeader("To")).containsExactly("kim@example.org");
    assertThat(message.getSubject()).isEqualTo("Signet 이메일 주소를 확인해 주세요");
    assertThat(message.getSentDate().toInstant()).isEqualTo(TestMails.NOON);
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("Content-Language")).containsExactly("ko");
  }

  /** RFC 5322 §2.1.1 and §2.2: no header and no line beyond ASCII, nor longer than 998. */
  @Test
  void isAsciiOnTheWire() throws Exception {
    byte[] bytes = bytes(TestMails.message(TestMails.letter(Template.VERIFY_EMAIL, Locale.KOREAN)));
    assertThat(new String(bytes, ISO_8859_1).lines())
        .allMatch(line -> line.length() <= 998 && line.chars().allMatch(c -> c < 128));
  }

  /** Who gets it twice can tell. */
  @Test
  void hasTheSameIdInEachAttempt() throws Exception {
    Letter letter = TestMails.letter(Template.EMAIL_CHANGED, Locale.ENGLISH);
    Mail mail = new Mail(TestMails.NOON);

    String id = TestMails.message(letter, mail).getMessageID();

    assertThat(id).isEqualTo("<" + mail.id() + "@example.com>");
    assertThat(TestMails.message(letter, mail).getMessageID()).isEqualTo(id);
    assertThat(TestMails.message(letter).getMessageID()).isNotEqualTo(id);
  }

  @Test
  void hasNoHeaderThatAValueMade() throws Exception {
    Letter letter =
        TestMails.letter(
            Template.EMAIL_CHANGED,
            Locale.ENGLISH,
            Map.of("name", "Kim\r\nBcc: all\r\n\r\nSomething else"));

    MimeMessage message = received(letter);

    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(((MimeMultipart) message.getContent()).getBodyPart(0).getContent().toString())
        .startsWith("Hello Kim  Bcc: all    Something else,");
  }

  /** RFC 5890: a domain has a form that every server takes; a local part has none. */
  @Test
  void goesToADomainInKorean() throws Exception {
    assertThat(received(to("kim@서명.example")).getHeader("To"))
        .containsExactly("kim@xn--v42bn4j.example");
    byte[] beyond = bytes(TestMails.message(to("김@서명.example")));
    assertThat(new String(beyond, UTF_8)).contains("To: 김@xn--v42bn4j.example\r\n");
  }

  private static Letter to(String recipient) {
    return new Letter(recipient, Locale.KOREAN, Template.EMAIL_CHANGED, Map.of("name", "김"));
  }

  private static MimeMessage received(Letter letter) throws MessagingException, IOException {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(bytes(TestMails.message(letter))));
  }

  private static byte[] bytes(MailMessage message) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return bytes.toByteArray();
  }
}
