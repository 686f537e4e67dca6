package dev.signet.throttle;

import dev.signet.platform.Settings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many attempts at once, and as many again spread evenly over a period: the generic cell rate
 * algorithm, whose theoretical arrival time is when the row expires.
 */
record Rate(int times, Duration period) implements Limit {

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})/(P\\S+)");

  private static final Duration LONGEST = Duration.ofDays(366);

  Rate {
    if (times < 1 || period.toMillis() < times || period.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("No rate: " + times + " in " + period);
    }
  }

  /** As a setting says it: {@code 30/PT10M}, or {@code off} for none. */
  static Optional<Rate> of(Settings settings, String key) {
    String text = settings.text(key);
    if (text.equals("off")) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(text);
    try {
      if (form.matches()) {
        return Optional.of(
            new Rate(Integer.parseInt(form.group(1)), Duration.parse(form.group(2))));
      }
    } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException noRate) {
      throw wrong(key);
    }
    throw wrong(key);
  }

  private static RuntimeException wrong(String key) {
    return Settings.wrong(key, "a number and a duration, such as 30/PT10M, or off");
  }

  @Override
  public String take() {
    return """
    update throttle set expires_at = greatest(expires_at, :now) + %d
    where expires_at <= :now + %d and id = :id\
    """
        .formatted(share(), tolerance());
  }

  @Override
  public String begin() {
    return """
    insert into throttle (failures, paused_until, expires_at, id) values (0, 0, :now + %d, :id)
    on conflict do nothing\
    """
        .formatted(share());
  }

  @Override
  public String giveBack() {
    return "update throttle set expires_at = expires_at - %d where id = :id".formatted(share());
  }

  @Override
  public long readyAt(Row row) {
    return row.expiresAt() - tolerance();
  }

  /** After how many milliseconds one more attempt is left; not less than its share. */
  private long share() {
    return (period.toMillis() + times - 1) / times;
  }

  private long tolerance() {
    return share() * (times - 1);
  }
}
