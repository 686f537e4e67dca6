package dev.signet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.mail.MailSettings.Retries;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.platform.TestSettings;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {

  private static final Map<String, String> SERVER =
      Map.of(
          "signet.mail.host", "mail.example.com",
          "signet.mail.user", "signet",
          "signet.mail.password", "hunter2-hunter2",
          "signet.mail.from", "Signet <signet@example.com>");

  @Test
  void haveDefaults() throws Exception {
    assertThat(MailSettings.from(TestSettings.shipped()))
        .isEqualTo(
            new MailSettings(
                Optional.empty(),
                new InternetAddress("signet@localhost"),
                "Signet",
                Optional.empty(),
                Duration.ofSeconds(1),
                new Retries(Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofDays(2)),
                Duration.ofDays(30),
                Duration.ofHours(1),
                1000));
  }

  @Test
  void nameAMailServer() {
    assertThat(MailSettings.from(TestSettings.with(SERVER)).smtp())
        .contains(
            new SmtpSettings(
                "mail.example.com",
                587,
                SmtpSettings.Tls.STARTTLS,
                "signet",
                "hunter2-hunter2",
                Duration.ofSeconds(10),
                Duration.ofSeconds(20)));
  }

  @Test
  void showNoPassword() {
    assertThat(MailSettings.from(TestSettings.with(SERVER)).toString()).doesNotContain("hunter2");
  }

  /** Otherwise a stranger on the way could take the offer away, and read along. */
  @Test
  void insistOnStarttlsAndOnTheNameOfTheServer() {
    assertThat(properties("starttls"))
        .containsEntry("mail.smtp.starttls.enable", "true")
        .containsEntry("mail.smtp.starttls.required", "true")
        .containsEntry("mail.smtp.ssl.enable", "false")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    assertThat(properties("tls"))
        .containsEntry("mail.smtp.starttls.enable", "false")
        .containsEntry("mail.smtp.ssl.enable", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
  }

  @Test
  void leaveAMailToWhomHasTakenItForLongerThanAConversationLasts() {
    MailSettings server = MailSettings.from(TestSettings.with(SERVER));
    assertThat(server.longestAttempt()).isEqualTo(Duration.ofSeconds(10 + 12 * 20));
  }

  @Test
  void encodeTheNameOfTheSender() {
    InternetAddress from =
        MailSettings.from(with("signet.mail.from", "시그넷 <signet@example.com>")).from();
    assertThat(from.getPersonal()).isEqualTo("시그넷");
    assertThat(from.toString()).startsWith("=?UTF-8?").endsWith(" <signet@example.com>");
  }

  @Test
  void takeAFolder() {
    assertThat(MailSettings.from(TestSettings.with("signet.mail.folder", "/var/mails")).folder())
        .contains(Path.of("/var/mails"));
  }

  @ParameterizedTest
  @CsvSource({
    "signet.mail.port, 65535, 65536",
    "signet.mail.port, 1, 0",
    "signet.mail.connect-timeout, PT0.1S, PT0.099S",
    "signet.mail.connect-timeout, PT10M, PT10M0.001S",
    "signet.mail.timeout, PT0.1S, PT0.099S",
    "signet.mail.timeout, PT10M, PT10M0.001S",
    "signet.mail.poll-interval, PT0.1S, PT0.099S",
    "signet.mail.retry.first, PT1S, PT0.999S",
    "signet.mail.give-up-after, PT1S, PT0.999S",
    "signet.mail.failed-retention, PT0S, PT-0.001S",
    "signet.purge.interval, PT1S, PT0.999S",
    "signet.purge.batch, 1, 0",
    "signet.mail.tls, tls, TLS",
    "signet.mail.tls, starttls, ssl",
    "signet.mail.from, a@example.com, 'a@example.com, b@example.com'",
    "signet.mail.from, A <a@example.com>, A <a@example.com",
    "signet.mail.from, a@example.com, 'all: a@example.com;'",
    "signet.mail.from, a@example.com, 김@example.com",
    "signet.mail.service-name, The Shop, 'The\u0007Shop'",
    "signet.mail.folder, x, 'x\u0000'",
  })
  void takeWhatCanBeMeantAndNoMore(String key, String right, String wrong) {
    assertThat(MailSettings.from(with(key, right))).isNotNull();
    refused(with(key, wrong), key + " is wrong");
  }

  @Test
  void refuseASenderOfTwoLines() {
    refused(
        with("signet.mail.from", "Signet\r\nBcc: all@example.com <signet@example.com>"),
        "signet.mail.from is wrong");
  }

  @Test
  void refuseALongestPauseThatIsShorterThanTheFirst() {
    refused(
        with("signet.mail.retry.longest", "PT9.999S"),
        "signet.mail.retry.longest must not be shorter");
  }

  @Test
  void refuseAServerWithoutASender() {
    refused(with("signet.mail.from", ""), "signet.mail.from has no value");
  }

  @ParameterizedTest
  @CsvSource({"signet.mail.user", "signet.mail.password"})
  void refuseHalfOfWhoHandsOver(String key) {
    refused(with(key, ""), "signet.mail.password is wrong");
  }

  @Test
  void refuseToShowThePasswordToTheNetwork() {
    refused(with("signet.mail.tls", "none"), "signet.mail.tls is wrong");
  }

  private static void refused(Settings settings, String sentence) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> MailSettings.from(settings))
        .withMessageStartingWith(sentence)
        .withMessageNotContaining("hunter2");
  }

  private static Map<Object, Object> properties(String tls) {
    return MailSettings.from(with("signet.mail.tls", tls)).smtp().orElseThrow().properties();
  }

  private static Settings with(String key, String value) {
    Map<String, String> settings = new HashMap<>(SERVER);
    settings.put(key, value);
    return TestSettings.with(settings);
  }
}
