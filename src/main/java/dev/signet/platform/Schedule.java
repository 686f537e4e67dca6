package dev.signet.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What happens again and again on this node, for as long as the application runs. */
@ApplicationScoped
public class Schedule {

  private static final System.Logger LOG = System.getLogger(Schedule.class.getName());

  @Resource ManagedScheduledExecutorService executor;

  private final List<ScheduledFuture<?>> running = new CopyOnWriteArrayList<>();

  /** Work that may fail; it is tried again at its next turn. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /**
   * Does some work now, and again each time {@code pause} has gone by since it ended.
   *
   * @param what the work, as the log is to call it when it fails
   */
  public void repeat(String what, Duration pause, Work work) {
    running.add(
        executor.scheduleWithFixedDelay(
            () -> attempt(what, work), 0, pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  @PreDestroy
  void stop() {
    running.forEach(work -> work.cancel(true));
  }

  private static void attempt(String what, Work work) {
    try {
      work.run();
    } catch (Exception failed) {
      LOG.log(System.Logger.Level.WARNING, what + " failed and will be tried again", failed);
    }
  }
}
