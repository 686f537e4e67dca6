package dev.signet.provisioning;

import dev.signet.tabular.FileLine;
import dev.signet.tabular.SkippedLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the columns of a line, and collects what is wrong with them. */
final class LineCheck {

  /** ISO 8601, and as Django and PostgreSQL print it; UTC where no offset stands. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalEnd()
          .appendOptional(DateTimeFormatter.ofPattern("ZZZZZ", Locale.ROOT))
          .appendOptional(DateTimeFormatter.ofPattern("Z", Locale.ROOT))
          .appendOptional(DateTimeFormatter.ofPattern("X", Locale.ROOT))
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .parseDefaulting(ChronoField.NANO_OF_SECOND, 0)
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final FileLine line;
  private final List<SkippedLine> wrong = new ArrayList<>();

  LineCheck(FileLine line) {
    this.line = line;
    line.wrong().ifPresent(wrong::add);
  }

  long number() {
    return line.number();
  }

  List<SkippedLine> wrong() {
    return List.copyOf(wrong);
  }

  /** Text that must be there, without the spaces around it. */
  String required(Column column, int longest) {
    String text = optional(column, longest);
    if (text.isEmpty()) {
      refuse(column, "field_blank");
    }
    return text;
  }

  /** Text that may be missing, without the spaces around it. */
  String optional(Column column, int longest) {
    String text = line.values().getOrDefault(column.text(), "").strip();
    if (text.indexOf('\0') >= 0) {
      return refused(column, "field_nul");
    }
    if (text.indexOf(FileLine.NO_TEXT) >= 0
        || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return refused(column, "field_not_text");
    }
    return text.codePointCount(0, text.length()) > longest
        ? refused(column, "field_too_long", longest)
        : text;
  }

  /** Yes or no as Python, JSON, SQL and PostgreSQL write it; what it is where no such column is. */
  boolean flag(Column column, boolean otherwise) {
    if (!line.values().containsKey(column.text())) {
      return otherwise;
    }
    return switch (optional(column, 5).toLowerCase(Locale.ROOT)) {
      case "true", "t", "1" -> true;
      case "false", "f", "0" -> false;
      default -> {
        refuse(column, "field_not_flag");
        yield otherwise;
      }
    };
  }

  /** A time that has come, by clocks of any zone, or the present where none is given. */
  Instant date(Column column, Instant now) {
    String text = optional(column, 64);
    if (text.isEmpty()) {
      return now;
    }
    Instant date = parsed(text);
    if (date.isBefore(Instant.EPOCH) || date.isAfter(now.plus(Duration.ofDays(1)))) {
      refuse(column, "import_date");
    }
    return date;
  }

  private static Instant parsed(String text) {
    try {
      return OffsetDateTime.parse(text, DATE).toInstant();
    } catch (DateTimeParseException noDate) {
      return Instant.MIN;
    }
  }

  /** Adds what is wrong with a column, unless it has been refused already. */
  void refuse(Column column, String key, Object... arguments) {
    boolean known = wrong.stream().anyMatch(reason -> reason.column().equals(column.text()));
    if (!known && line.wrong().isEmpty()) {
      wrong.add(SkippedLine.of(number(), column.text(), key, arguments));
    }
  }

  private String refused(Column column, String key, Object... arguments) {
    refuse(column, key, arguments);
    return "";
  }
}
