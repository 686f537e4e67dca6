package dev.signet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Clients that do the same thing over and over until they are stopped. */
public final class Traffic implements AutoCloseable {

  private final ExecutorService clients;
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final AtomicInteger done = new AtomicInteger();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  private Traffic(int clients) {
    this.clients = Executors.newFixedThreadPool(clients);
  }

  public static Traffic of(int clients, Runnable work) {
    Traffic traffic = new Traffic(clients);
    for (int i = 0; i < clients; i++) {
      traffic.clients.execute(() -> traffic.repeat(work));
    }
    return traffic;
  }

  /** Waits until they have done it some more times. */
  public void awaitMore(int times) {
    int enough = done.get() + times;
    await(() -> done.get() >= enough);
  }

  /** Waits until something is so, or one of them has failed. */
  public void await(BooleanSupplier condition) {
    Eventually.get(condition::getAsBoolean, so -> so || !failures.isEmpty());
    assertThat(failures).isEmpty();
  }

  /** Waits for what they have begun, too. */
  public void stopAndExpectNoFailure() {
    close();
    Eventually.get(clients::isTerminated, ended -> ended);
    assertThat(failures).isEmpty();
  }

  @Override
  public void close() {
    running.set(false);
    clients.shutdown();
  }

  private void repeat(Runnable work) {
    while (running.get()) {
      try {
        work.run();
        done.incrementAndGet();
      } catch (RuntimeException | AssertionError failure) {
        failures.add(failure);
        return;
      }
    }
  }
}
