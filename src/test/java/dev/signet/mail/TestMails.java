package dev.signet.mail;

import dev.signet.mail.Letter.Template;
import dev.signet.platform.TestSettings;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Letters and mails as others would want them. */
final class TestMails {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final String LINK = "https://signet.example/verify-email?token=the-token&x=1";

  private TestMails() {}

  static Letter letter(Template template, Locale language) {
    return letter(template, language, Map.of());
  }

  /** With some values of another kind. */
  static Letter letter(Template template, Locale language, Map<String, String> other) {
    Map<String, String> values = new HashMap<>(Map.of("name", "Kim Signet"));
    if (template.variables().contains("link")) {
      values.put("link", LINK);
    }
    values.putAll(other);
    return new Letter("kim@example.org", language, template, values);
  }

  static MailMessage message(Letter letter) throws MessagingException {
    return message(letter, new Mail(NOON));
  }

  static MailMessage message(Letter letter, Mail mail) throws MessagingException {
    MailSettings settings =
        MailSettings.from(TestSettings.with("signet.mail.from", "Signet <signet@example.com>"));
    return MailMessage.of(mail, letter, new Templates("Signet").render(letter), settings.from());
  }
}
