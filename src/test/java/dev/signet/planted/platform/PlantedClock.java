package dev.signet.planted.platform;

import java.security.SecureRandom;
import java.time.Clock;

/** The time and chance, from where they should come. */
public class PlantedClock {
  Clock clock = Clock.systemUTC();
  SecureRandom random = new SecureRandom();
}
