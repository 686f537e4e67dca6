package dev.signet.wire;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as its reader sees it. */
public record Letter(String subject, String text) {

  private static final Pattern LINK = Pattern.compile("(http://\\S+)\\?token=(\\S+)");

  public static Letter of(Message message) {
    try {
      MimeMultipart parts = (MimeMultipart) message.getContent();
      return new Letter(message.getSubject(), parts.getBodyPart(0).getContent().toString());
    } catch (IOException | MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Of a mail that is a file. */
  public static Letter in(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return of(new MimeMessage(Session.getInstance(new Properties()), content));
    } catch (IOException | MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Whether there is a link in it. */
  public boolean hasLink() {
    return LINK.matcher(text).find();
  }

  /** Where its link leads. */
  public String page() {
    return link().group(1);
  }

  /** The token of its link. */
  public String token() {
    return link().group(2);
  }

  private Matcher link() {
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      throw new AssertionError("There is no link in this mail");
    }
    return link;
  }
}
