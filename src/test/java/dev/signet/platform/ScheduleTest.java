package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private final Turns turns = new Turns();
  private final Schedule schedule = new Schedule();
  private final List<String> done = new ArrayList<>();

  ScheduleTest() {
    schedule.executor = turns.executor();
  }

  @Test
  void beginsAtOnceAndPausesAfterEachTurn() {
    schedule.repeat("Work", Duration.ofMillis(1500), () -> done.add("work"));
    assertThat(turns.asked)
        .containsExactly("scheduleWithFixedDelay 0 1500 " + TimeUnit.MILLISECONDS);
    turns.next();
    turns.next();
    assertThat(done).containsExactly("work", "work");
  }

  /** An executor drops a task that throws: the next turn would never come. */
  @Test
  void goesOnAfterAFailure() {
    schedule.repeat(
        "Work",
        Duration.ofSeconds(1),
        () -> {
          done.add("work");
          throw new SQLException("planted");
        });
    assertThatNoException().isThrownBy(turns::next);
    assertThatNoException().isThrownBy(turns::next);
    assertThat(done).hasSize(2);
  }

  @Test
  void endsAllItsWorkWithTheApplication() {
    schedule.repeat("One", Duration.ofSeconds(1), () -> done.add("one"));
    schedule.repeat("Other", Duration.ofSeconds(1), () -> done.add("other"));
    schedule.stop();
    assertThat(turns.cancelled).isEqualTo(2);
  }

  /** An executor whose turns the test gives. */
  private static final class Turns {

    private final List<String> asked = new ArrayList<>();
    private final List<Runnable> work = new ArrayList<>();
    private int cancelled;

    void next() {
      work.forEach(Runnable::run);
    }

    ManagedScheduledExecutorService executor() {
      return proxy(
          ManagedScheduledExecutorService.class,
          (name, arguments) -> {
            asked.add(name + " " + arguments[1] + " " + arguments[2] + " " + arguments[3]);
            work.add((Runnable) arguments[0]);
            Object turn = proxy(ScheduledFuture.class, (ignored, none) -> ++cancelled > 0);
            return turn;
          });
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
      return type.cast(
          Proxy.newProxyInstance(
              ScheduleTest.class.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private interface Answer {
      Object to(String method, Object[] arguments);
    }
  }
}
