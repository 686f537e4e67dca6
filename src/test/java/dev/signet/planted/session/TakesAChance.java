package dev.signet.planted.session;

import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Every way round Secrets, a method each. */
public class TakesAChance {
  double math() {
    return Math.random();
  }

  Random random() {
    return new Random();
  }

  Random seededRandom() {
    return new Random(1);
  }

  SplittableRandom splittableRandom() {
    return new SplittableRandom();
  }

  Random threadLocalRandom() {
    return ThreadLocalRandom.current();
  }

  RandomGenerator generator() {
    return RandomGenerator.getDefault();
  }

  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  UUID uuid() {
    return UUID.randomUUID();
  }
}
