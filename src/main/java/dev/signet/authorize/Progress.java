package dev.signet.authorize;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person was asked already for a request: it goes along with the request from page to page,
 * sealed, since no row is kept of it.
 *
 * @param lastLogin where the person was to log in: what the login must be later than; in whole
 *     seconds, as tokens say it, so who logs in twice in one second is asked once more
 * @param renewed whether the browser was sent to renew its login
 * @param decision what the person has decided
 * @param at when the last of this was so
 */
record Progress(Optional<Instant> lastLogin, boolean renewed, Decision decision, Instant at) {

  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Pattern FORM =
      Pattern.compile("(\\d{0,12})\\.([01])\\.([oad])\\.(\\d{1,12})");

  /** Whether the client gets what it asks for. */
  enum Decision {
    /** Nobody was asked. */
    OPEN,
    ALLOWED,
    DENIED;

    private char letter() {
      return switch (this) {
        case OPEN -> 'o';
        case ALLOWED -> 'a';
        case DENIED -> 'd';
      };
    }

    private static Decision of(char letter) {
      return letter == 'a' ? ALLOWED : letter == 'd' ? DENIED : OPEN;
    }
  }

  /** Nobody was asked anything. */
  static Progress none(Instant now) {
    return new Progress(Optional.empty(), false, Decision.OPEN, now);
  }

  /** The person is sent to log in, who had done so before, or never. */
  Progress askingForLogin(Instant before, Instant now) {
    return new Progress(Optional.of(before), renewed, Decision.OPEN, now);
  }

  /** The browser is sent to renew its login. */
  Progress renewing(Instant now) {
    return new Progress(lastLogin, true, decision, now);
  }

  /** The person has decided. */
  Progress decided(Decision other, Instant now) {
    return new Progress(lastLogin, renewed, other, now);
  }

  /** Whether the person has logged in since he was asked to. */
  boolean hasLoggedInSince(Instant authenticatedAt) {
    return lastLogin.filter(authenticatedAt::isAfter).isPresent();
  }

  /** As it goes along; times in seconds. */
  String text() {
    return "%s.%d.%s.%d"
        .formatted(
            lastLogin.map(before -> Long.toString(before.getEpochSecond())).orElse(""),
            renewed ? 1 : 0,
            decision.letter(),
            at.getEpochSecond());
  }

  /** What went along; empty for what is too old, or nothing of ours. */
  static Optional<Progress> parse(String text, Instant now) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<Instant> lastLogin =
        Optional.of(form.group(1))
            .filter(seconds -> !seconds.isEmpty())
            .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    Instant at = Instant.ofEpochSecond(Long.parseLong(form.group(4)));
    Decision decision = Decision.of(form.group(3).charAt(0));
    return now.isBefore(at.plus(LONGEST))
        ? Optional.of(new Progress(lastLogin, form.group(2).equals("1"), decision, at))
        : Optional.empty();
  }
}
