package dev.signet.mail;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where mails go, and what is done when they cannot.
 *
 * @param smtp the mail server; without one, mails are files
 * @param from whom they are from
 * @param serviceName what the mails call this service
 * @param folder where the files go; empty for beside the embedded database
 * @param pollInterval how often a node looks for mails that are due
 * @param failedRetention how long the row of a mail that was given up is kept
 * @param purgeInterval how often such rows are removed
 * @param purgeBatch how many of them a transaction removes
 */
public record MailSettings(
    Optional<SmtpSettings> smtp,
    InternetAddress from,
    String serviceName,
    Optional<Path> folder,
    Duration pollInterval,
    Retries retries,
    Duration failedRetention,
    Duration purgeInterval,
    int purgeBatch) {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONGEST_WRITING_OF_A_FILE = Duration.ofMinutes(1);

  /**
   * How often a mail is tried.
   *
   * @param first the pause after the first attempt; it doubles with each
   * @param longest the longest pause
   * @param giveUpAfter how long after the transaction that wanted it a mail is given up
   */
  record Retries(Duration first, Duration longest, Duration giveUpAfter) {

    Retries {
      if (longest.compareTo(first) < 0) {
        throw new CannotStart("signet.mail.retry.longest must not be shorter than retry.first.");
      }
    }
  }

  public static MailSettings from(Settings settings) {
    return new MailSettings(
        SmtpSettings.from(settings),
        sender(settings),
        serviceName(settings),
        folder(settings),
        settings.duration("signet.mail.poll-interval", Duration.ofMillis(100)),
        new Retries(
            settings.duration("signet.mail.retry.first", SECOND),
            settings.duration("signet.mail.retry.longest", SECOND),
            settings.duration("signet.mail.give-up-after", SECOND)),
        settings.duration("signet.mail.failed-retention", Duration.ZERO),
        settings.duration("signet.purge.interval", SECOND),
        settings.number("signet.purge.batch", 1));
  }

  /** How long a mail is left to whom has taken it. */
  Duration longestAttempt() {
    return smtp.map(SmtpSettings::longestConversation).orElse(LONGEST_WRITING_OF_A_FILE);
  }

  /** A server that takes mails would take none from localhost; a file may be from there. */
  private static InternetAddress sender(Settings settings) {
    String key = "signet.mail.from";
    boolean files = settings.optional("signet.mail.host").isEmpty();
    String text =
        settings.optional(key).orElseGet(() -> files ? "signet@localhost" : settings.text(key));
    try {
      InternetAddress[] parsed = InternetAddress.parse(text, true);
      if (parsed.length == 1
          && !parsed[0].isGroup()
          && !CONTROL.matcher(text).find()
          && isAscii(parsed[0])) {
        parsed[0].setPersonal(parsed[0].getPersonal(), "UTF-8");
        return parsed[0];
      }
    } catch (AddressException | UnsupportedEncodingException notAnAddress) {
      throw wrongSender(key);
    }
    throw wrongSender(key);
  }

  private static boolean isAscii(InternetAddress address) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(address.getAddress());
  }

  private static CannotStart wrongSender(String key) {
    return Settings.wrong(key, "an address, or a name and an address in <>");
  }

  private static String serviceName(Settings settings) {
    String name = settings.text("signet.mail.service-name");
    if (CONTROL.matcher(name).find()) {
      throw Settings.wrong("signet.mail.service-name", "one line of text");
    }
    return name;
  }

  private static Optional<Path> folder(Settings settings) {
    try {
      return settings.optional("signet.mail.folder").map(Path::of).map(Path::toAbsolutePath);
    } catch (InvalidPathException notAPath) {
      throw Settings.wrong("signet.mail.folder", "a folder");
    }
  }
}
