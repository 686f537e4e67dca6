package dev.signet.logout;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;

/**
 * How clients are told of logouts, and what is done when they do not answer.
 *
 * @param pollInterval how often a node looks for who is to be told
 * @param timeout how long a connection may take, and as long the answer
 * @param trusted the authorities that certificates of clients must be by; none for those that Java
 *     trusts
 */
public record LogoutSettings(
    Duration pollInterval, Duration timeout, Retries retries, List<Certificate> trusted) {

  private static final String TRUSTED = "signet.logout.trusted-certificates";
  private static final Duration SECOND = Duration.ofSeconds(1);

  public LogoutSettings {
    trusted = List.copyOf(trusted);
  }

  /**
   * How often a client is told.
   *
   * @param first the pause after the first attempt; it doubles with each
   * @param longest the longest pause
   * @param giveUpAfter how long after the logout it is told no more
   */
  record Retries(Duration first, Duration longest, Duration giveUpAfter) {

    Retries {
      if (longest.compareTo(first) < 0) {
        throw new CannotStart("signet.logout.retry.longest must not be shorter than retry.first.");
      }
    }
  }

  /** Reads them. */
  public static LogoutSettings from(Settings settings) {
    return new LogoutSettings(
        settings.duration("signet.logout.poll-interval", Duration.ofMillis(100)),
        settings.duration("signet.logout.timeout", SECOND),
        new Retries(
            settings.duration("signet.logout.retry.first", SECOND),
            settings.duration("signet.logout.retry.longest", SECOND),
            settings.duration("signet.logout.give-up-after", SECOND)),
        settings.optional(TRUSTED).map(LogoutSettings::certificates).orElse(List.of()));
  }

  /** How long a notice is left to whom has taken it. */
  Duration longestAttempt() {
    return timeout.multipliedBy(4);
  }

  private static List<Certificate> certificates(String file) {
    try (InputStream content = Files.newInputStream(Path.of(file))) {
      List<Certificate> all =
          List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(content));
      if (!all.isEmpty()) {
        return all;
      }
    } catch (IOException | InvalidPathException | CertificateException unusable) {
      throw Settings.wrong(TRUSTED, "a file of certificates in PEM that can be read");
    }
    throw Settings.wrong(TRUSTED, "a file with at least one certificate in PEM");
  }
}
