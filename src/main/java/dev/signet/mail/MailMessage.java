package dev.signet.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;

/** A mail as it goes over the wire (RFC 5322, RFC 2047), the same in each attempt. */
final class MailMessage extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String id;
  private final String domain;

  private MailMessage(Session session, Mail mail, InternetAddress from) {
    super(session);
    id = mail.id();
    domain = domain(from.getAddress());
  }

  static MailMessage of(Mail mail, Letter letter, Templates.Texts texts, InternetAddress from)
      throws MessagingException {
    InternetAddress recipient = new InternetAddress();
    recipient.setAddress(inAscii(letter.recipient()));
    MailMessage message = new MailMessage(session(recipient), mail, from);
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, recipient);
    message.setSubject(texts.subject(), UTF_8);
    message.setSentDate(Date.from(mail.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", letter.language().getLanguage());
    message.setContent(
        new MimeMultipart("alternative", part("plain", texts.text()), part("html", texts.html())));
    message.saveChanges();
    return message;
  }

  /** Which row it is of. */
  String id() {
    return id;
  }

  /** Who gets it twice can tell by it. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + id + "@" + domain + ">");
  }

  /** RFC 6531 is asked for where nothing less will do: few servers have it. */
  private static Session session(InternetAddress recipient) {
    Properties properties = new Properties();
    boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(recipient.getAddress());
    properties.setProperty("mail.mime.allowutf8", Boolean.toString(!ascii));
    return Session.getInstance(properties);
  }

  private static MimeBodyPart part(String subtype, String content) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    return part;
  }

  private static String inAscii(String address) {
    String domain = domain(address);
    String local = address.substring(0, address.length() - domain.length());
    return local + IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
