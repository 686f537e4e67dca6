package dev.signet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

/** What the log may say of a failure: its kind, never for whom the mail was. */
class PostmanTest {

  @Test
  void tellsWhatHasFailed() {
    assertThat(
            Postman.kind(
                new MessagingException("Could not connect", new ConnectException("refused"))))
        .isEqualTo("MessagingException, ConnectException");
  }

  @Test
  void tellsTheReplyCodeOfTheServerAndNotItsWords() {
    assertThat(
            Postman.kind(
                new SendFailedException(
                    "Invalid Addresses",
                    new MessagingException("550 5.1.1 <kim@example.org> is unknown\n"))))
        .isEqualTo("SendFailedException, MessagingException 550 5.1.1");
    assertThat(Postman.kind(new MessagingException("421 kim@example.org: go away")))
        .isEqualTo("MessagingException 421");
  }
}
