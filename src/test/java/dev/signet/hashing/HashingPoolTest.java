package dev.signet.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class HashingPoolTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final ExecutorService logins = Executors.newCachedThreadPool();
  private final CountDownLatch finish = new CountDownLatch(1);

  @AfterEach
  void stop() throws InterruptedException {
    finish.countDown();
    logins.shutdownNow();
    assertThat(logins.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void givesWhatTheWorkGives() {
    assertThat(new HashingPool(1, 0, Duration.ZERO).run(() -> "hash")).isEqualTo("hash");
  }

  @Test
  void worksOnAsManyCoresAtOnceAsThereAre() throws Exception {
    HashingPool pool = new HashingPool(3, 0, Duration.ZERO);
    List<Future<String>> work = occupy(pool, 3);
    refuse(pool);
    finish.countDown();
    for (Future<String> done : work) {
      assertThat(done.get()).isEqualTo("done");
    }
    assertThat(pool.run(() -> "next")).isEqualTo("next");
  }

  @Test
  void refusesAtOnceWhomTheQueueHasNoPlaceFor() throws Exception {
    HashingPool pool = new HashingPool(1, 2, LONG);
    List<Future<String>> work = occupy(pool, 1);
    work.add(queue(pool));
    work.add(queue(pool));
    refuse(pool);
    finish.countDown();
    for (Future<String> done : work) {
      assertThat(done.get()).isEqualTo("done");
    }
  }

  @Test
  void refusesWhoHasWaitedUntilTheDeadline() throws Exception {
    HashingPool pool = new HashingPool(1, 5, Duration.ZERO);
    Future<String> work = occupy(pool, 1).get(0);
    for (int login = 0; login < 10; login++) {
      refuse(pool);
    }
    finish.countDown();
    assertThat(work.get()).isEqualTo("done");
    assertThat(pool.run(() -> "next")).isEqualTo("next");
  }

  @Test
  void hasItsCoreBackWhenTheWorkFails() {
    HashingPool pool = new HashingPool(1, 0, Duration.ZERO);
    for (int login = 0; login < 5; login++) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  pool.run(
                      () -> {
                        throw new IllegalStateException("planted");
                      }));
    }
    assertThat(pool.run(() -> "next")).isEqualTo("next");
  }

  @Test
  void refusesAndStaysInterruptedWhenTheServerStops() throws Exception {
    HashingPool pool = new HashingPool(1, 1, LONG);
    assertThat(occupy(pool, 1)).hasSize(1);
    Thread.currentThread().interrupt();
    refuse(pool);
    assertThat(Thread.interrupted()).isTrue();
    finish.countDown();
    assertThat(pool.run(() -> "next")).isEqualTo("next");
  }

  private List<Future<String>> occupy(HashingPool pool, int cores) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(cores);
    List<Future<String>> work = new ArrayList<>();
    for (int core = 0; core < cores; core++) {
      work.add(
          logins.submit(
              () ->
                  pool.run(
                      () -> {
                        begun.countDown();
                        return done();
                      })));
    }
    begun.await();
    return work;
  }

  /** Returns once the login waits for its core. */
  private Future<String> queue(HashingPool pool) throws InterruptedException {
    List<Thread> waiting = new ArrayList<>();
    CountDownLatch named = new CountDownLatch(1);
    Future<String> login =
        logins.submit(
            () -> {
              waiting.add(Thread.currentThread());
              named.countDown();
              return pool.run(this::done);
            });
    named.await();
    while (waiting.get(0).getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return login;
  }

  private String done() {
    try {
      finish.await();
      return "done";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "stopped";
    }
  }

  private static void refuse(HashingPool pool) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> pool.run(() -> "too much"))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.BUSY));
  }
}
