package dev.signet.mail;

import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * How the mail server is spoken to.
 *
 * @param user empty where the server asks for none; then the password is too
 * @param connectTimeout how long a connection may take
 * @param timeout how long each of the server's answers may take
 */
record SmtpSettings(
    String host,
    int port,
    Tls tls,
    String user,
    String password,
    Duration connectTimeout,
    Duration timeout) {

  private static final int HIGHEST_PORT = 65535;

  /** So that milliseconds fit, and a mail that a node died with waits no longer than two hours. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

  /**
   * From the greeting to the answer to the message: two EHLO, STARTTLS, three of AUTH, four more.
   */
  private static final int ANSWERS = 12;

  /** How the connection is protected. */
  enum Tls {
    /** By STARTTLS (RFC 3207), which the server must offer. */
    STARTTLS,
    /** From the first byte (RFC 8314). */
    TLS,
    /** Not at all. */
    NONE
  }

  /** Empty where no host is set. */
  static Optional<SmtpSettings> from(Settings settings) {
    SmtpSettings smtp =
        new SmtpSettings(
            settings.optional("signet.mail.host").orElse(""),
            settings.number("signet.mail.port", 1),
            tls(settings),
            settings.optional("signet.mail.user").orElse(""),
            settings.optional("signet.mail.password").orElse(""),
            timeout(settings, "signet.mail.connect-timeout"),
            timeout(settings, "signet.mail.timeout"));
    smtp.refuseWhatCannotBeMeant();
    return Optional.of(smtp).filter(some -> !some.host.isEmpty());
  }

  private void refuseWhatCannotBeMeant() {
    if (port > HIGHEST_PORT) {
      throw Settings.wrong("signet.mail.port", "a port, at most " + HIGHEST_PORT);
    }
    if (user.isEmpty() != password.isEmpty()) {
      throw Settings.wrong(
          "signet.mail.password", "a password where there is a user, and no other");
    }
    if (tls == Tls.NONE && !user.isEmpty()) {
      throw Settings.wrong("signet.mail.tls", "starttls or tls where there is a password");
    }
  }

  private static Tls tls(Settings settings) {
    String word = settings.choice("signet.mail.tls", Set.of("starttls", "tls", "none"));
    return Tls.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Duration timeout(Settings settings, String key) {
    Duration timeout = settings.duration(key, Duration.ofMillis(100));
    if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw Settings.wrong(key, "a duration of at most " + LONGEST_TIMEOUT);
    }
    return timeout;
  }

  /** How long a mail takes at most of which every answer comes at the last moment. */
  Duration longestConversation() {
    return connectTimeout.plus(timeout.multipliedBy(ANSWERS));
  }

  /** As Jakarta Mail calls them. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
    properties.setProperty("mail.smtp.connectiontimeout", Long.toString(connectTimeout.toMillis()));
    properties.setProperty("mail.smtp.timeout", Long.toString(timeout.toMillis()));
    properties.setProperty("mail.smtp.writetimeout", Long.toString(timeout.toMillis()));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls == Tls.TLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    return properties;
  }

  /** Shows no password, wherever it is printed. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + ", " + tls + "]";
  }
}
