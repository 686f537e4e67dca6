package dev.signet.planted.session;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.function.Supplier;

/** Every way round the Clock, a method each. */
@SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate"})
public class ReadsTheTime {
  Instant instant() {
    return Instant.now();
  }

  Supplier<Instant> reference() {
    return Instant::now;
  }

  LocalDate localDate() {
    return LocalDate.now();
  }

  LocalDate localDateOfZone() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  LocalDateTime localDateTime() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }

  OffsetDateTime offsetDateTime() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }

  ZonedDateTime zonedDateTime() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }

  Clock systemUtc() {
    return Clock.systemUTC();
  }

  Clock systemDefaultZone() {
    return Clock.systemDefaultZone();
  }

  Clock system() {
    return Clock.system(ZoneOffset.UTC);
  }

  Clock tickMillis() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  InstantSource instantSource() {
    return InstantSource.system();
  }

  long currentTimeMillis() {
    return System.currentTimeMillis();
  }

  long nanoTime() {
    return System.nanoTime();
  }

  Date date() {
    return new Date();
  }

  Calendar calendar() {
    return Calendar.getInstance();
  }
}
