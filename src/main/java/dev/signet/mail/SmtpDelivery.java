package dev.signet.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.jspecify.annotations.Nullable;

/** Hands messages to a mail server (RFC 5321). */
final class SmtpDelivery implements Delivery {

  private static final System.Logger LOG = System.getLogger(SmtpDelivery.class.getName());

  private final SmtpSettings settings;
  private final Session session;

  SmtpDelivery(SmtpSettings settings) {
    this(settings, Session.getInstance(settings.properties()));
  }

  SmtpDelivery(SmtpSettings settings, Session session) {
    this.settings = settings;
    this.session = session;
  }

  @Override
  public void deliver(MailMessage message) throws MessagingException {
    Transport transport = session.getTransport("smtp");
    try {
      String user = orNone(settings.user());
      transport.connect(settings.host(), settings.port(), user, orNone(settings.password()));
      transport.sendMessage(message, message.getAllRecipients());
    } finally {
      hangUp(transport);
    }
  }

  /** What the server said to the message counts, not whether it says goodbye. */
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException rude) {
      LOG.log(System.Logger.Level.DEBUG, "The mail server did not say goodbye");
    }
  }

  /** Jakarta Mail would log in as nobody, and be refused. */
  private static @Nullable String orNone(String text) {
    return text.isEmpty() ? null : text;
  }
}
