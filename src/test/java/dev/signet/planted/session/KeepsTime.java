package dev.signet.planted.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

/** Time and chance from arguments, as it should be. */
public class KeepsTime {
  LocalDate today(Clock clock) {
    return LocalDate.now(clock);
  }

  Date at(Instant instant, SecureRandom random) {
    return Date.from(instant.plusMillis(random.nextInt()));
  }
}
