package dev.signet.profile;

import dev.signet.session.Session;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * A session as its owner recognises it.
 *
 * @param device a browser and a system, as far as it said; may be empty
 * @param usedAt in UTC, for programs; {@code used} is the same for people
 */
public record SessionEntry(
    String id, String device, String ip, String usedAt, String used, boolean current) {

  static SessionEntry of(Session session, String current, Locale language) {
    return new SessionEntry(
        session.id(),
        DeviceName.of(session.userAgent()),
        session.ip(),
        session.usedAt().toString(),
        written(session.usedAt(), language),
        session.id().equals(current));
  }

  /** In UTC, for people. */
  static String written(Instant time, Locale language) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language)
            .withZone(ZoneOffset.UTC)
            .format(time)
        + " UTC";
  }
}
