package dev.signet.wire;

import java.util.concurrent.atomic.AtomicInteger;

/** A time in which something may fail that may not otherwise. */
public final class Disturbance {

  /** Odd while it lasts. */
  private final AtomicInteger turns = new AtomicInteger();

  /** Begins or ends it. */
  public void turn() {
    turns.incrementAndGet();
  }

  /** When something began, for {@link #concerns}. */
  public int now() {
    return turns.get();
  }

  /** Whether it lasted at any moment since something began. */
  public boolean concerns(int beginning) {
    return beginning % 2 == 1 || turns.get() != beginning;
  }
}
