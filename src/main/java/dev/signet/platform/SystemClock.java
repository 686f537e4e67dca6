package dev.signet.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one source of time: milliseconds, UTC, so that a row read back equals the value written. */
@ApplicationScoped
public class SystemClock {

  /** The clock of the machine. */
  public static final Clock MILLIS = Clock.tickMillis(ZoneOffset.UTC);

  @Produces
  @Singleton
  Clock clock() {
    return MILLIS;
  }
}
