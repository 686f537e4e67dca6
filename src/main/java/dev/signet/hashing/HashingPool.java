package dev.signet.hashing;

import dev.signet.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps password hashing, which takes tens of milliseconds of a core, from taking the whole server:
 * as many at once as there are cores, a few waiting, and the rest told to come back. Refreshes and
 * API calls never queue behind it.
 */
public final class HashingPool {

  private final Semaphore cores;
  private final Semaphore places;
  private final Duration deadline;

  /**
   * A pool.
   *
   * @param queue how many may wait
   * @param deadline how long one of them waits at most
   */
  public HashingPool(int cores, int queue, Duration deadline) {
    this.cores = new Semaphore(cores, true);
    this.places = new Semaphore(cores + queue);
    this.deadline = deadline;
  }

  /** Does the work on a core, or refuses when none comes free in time. */
  public <T> T run(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw Problem.BUSY.refusal();
    }
    try {
      return onACore(work);
    } finally {
      places.release();
    }
  }

  private <T> T onACore(Supplier<T> work) {
    if (!acquired()) {
      throw Problem.BUSY.refusal();
    }
    try {
      return work.get();
    } finally {
      cores.release();
    }
  }

  private boolean acquired() {
    try {
      return cores.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
