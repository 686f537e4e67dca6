package dev.signet.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** Where mails go. */
interface Delivery {

  /**
   * Hands a message over; when it returns, the other side keeps it.
   *
   * @throws jakarta.mail.SendFailedException when this message is not wanted; the next may be
   * @throws MessagingException when none is, at the moment
   * @throws IOException likewise
   */
  void deliver(MailMessage message) throws MessagingException, IOException;
}
