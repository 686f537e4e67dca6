package dev.signet.wire;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what will be so; gives up late, since a server starts slowly where others work. */
public final class Eventually {

  private static final int TRIES = 3000;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Eventually() {}

  /** The first value that is as expected. */
  public static <T> T get(Supplier<T> value, Predicate<T> expected) {
    for (int i = 0; i < TRIES; i++) {
      T latest = value.get();
      if (expected.test(latest)) {
        return latest;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError("It never came so, in five minutes");
  }
}
