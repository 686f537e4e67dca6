package dev.signet.link;

import dev.signet.platform.Settings;
import java.time.Duration;

/**
 * Where links lead, and how long they are good.
 *
 * @param pages the address that the pages are below, without a slash at its end
 * @param verification how long a link that proves an address is good
 * @param reset how long a link that lets somebody choose a password is good
 * @param pollInterval how often a node looks for requests
 * @param pendingRetention how long an account waits for its address to be proven
 * @param purgeInterval how often what has expired is removed
 * @param purgeBatch how many rows a transaction removes
 */
public record LinkSettings(
    String pages,
    Duration verification,
    Duration reset,
    Duration pollInterval,
    Duration pendingRetention,
    Duration purgeInterval,
    int purgeBatch) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  public static LinkSettings from(Settings settings) {
    Duration verification = settings.duration("signet.link.verification-lifetime", MINUTE);
    return new LinkSettings(
        pages(settings),
        verification,
        settings.duration("signet.link.reset-lifetime", MINUTE),
        settings.duration("signet.mail.poll-interval", Duration.ofMillis(100)),
        settings.duration("signet.signup.pending-retention", verification),
        settings.duration("signet.purge.interval", Duration.ofSeconds(1)),
        settings.number("signet.purge.batch", 1));
  }

  /** How long a link of a purpose is good. */
  Duration lifetime(Purpose purpose) {
    return purpose == Purpose.RESET_PASSWORD ? reset : verification;
  }

  /** A page of ours, or of the front end that stands in for it. */
  public String page(String path) {
    return pages + path;
  }

  String link(Purpose purpose, LinkToken token) {
    return page(purpose.page()) + "?token=" + token.text();
  }

  private static String pages(Settings settings) {
    String pages =
        settings.optional("signet.link.pages").orElseGet(() -> settings.text("signet.issuer"));
    if (!pages.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?") || pages.endsWith("/")) {
      throw Settings.wrong("signet.link.pages", "an http(s) address without a slash at its end");
    }
    return pages;
  }
}
