package dev.signet.wire;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A mail server that can be down for a while; what it got before is forgotten then. */
public final class MailServer implements AutoCloseable {

  private static final String ADDRESS = "127.0.0.1";

  /** It names everybody: it is not ours, and LogsIT must not take it for that. */
  private static final Logger ITS_LOG = Logger.getLogger("com.icegreen.greenmail");

  private final int port;
  private GreenMail server;

  private MailServer(GreenMail server) {
    this.server = server;
    port = server.getSmtp().getPort();
  }

  /** At a port that is free. */
  public static MailServer start() {
    ITS_LOG.setLevel(Level.OFF);
    return new MailServer(started(0));
  }

  /** What tells Signet of it. */
  public Map<String, String> environment() {
    return Map.of(
        "SIGNET_MAIL_HOST", ADDRESS,
        "SIGNET_MAIL_PORT", Integer.toString(port),
        "SIGNET_MAIL_TLS", "none",
        "SIGNET_MAIL_FROM", "Signet <signet@example.org>",
        "SIGNET_MAIL_CONNECT_TIMEOUT", "PT1S",
        "SIGNET_MAIL_TIMEOUT", "PT5S",
        "SIGNET_MAIL_RETRY_FIRST", "PT1S",
        "SIGNET_MAIL_RETRY_LONGEST", "PT2S");
  }

  public void goDown() {
    server.stop();
  }

  public void comeUp() {
    server = started(port);
  }

  /** Waits for a mail to an address. */
  public MimeMessage awaitMailTo(String address) {
    return Eventually.get(() -> mailsTo(address), mails -> !mails.isEmpty()).get(0);
  }

  /** Waits for so many mails to an address, and gives them in the order in which they came. */
  public List<MimeMessage> awaitMailsTo(String address, int count) {
    return Eventually.get(() -> mailsTo(address), mails -> mails.size() >= count);
  }

  /** The mails to an address so far. */
  public List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> recipient(mail).equals(address))
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static GreenMail started(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, ADDRESS, ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
