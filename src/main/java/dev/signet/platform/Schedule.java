package dev.signet.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
            new Repeated(what, work), 0, pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  @PreDestroy
  void stop() {
    running.forEach(work -> work.cancel(true));
  }

  /** The same work, turn after turn. */
  private static final class Repeated implements Runnable {

    private final String what;
    private final Work work;
    private boolean databaseAway;

    private Repeated(String what, Work work) {
      this.what = what;
      this.work = work;
    }

    @Override
    public void run() {
      try {
        work.run();
        noteDatabase(Optional.empty());
      } catch (Exception failed) {
        Optional<String> away = DatabaseAway.sign(failed);
        noteDatabase(away);
        if (away.isEmpty()) {
          LOG.log(System.Logger.Level.WARNING, what + " failed and will be tried again", failed);
        }
      }
    }

    /** One line when the database goes away, however often it is tried, and one when it is back. */
    private void noteDatabase(Optional<String> away) {
      if (away.isPresent() && !databaseAway) {
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} failed and will be tried again: the database is away: {1}",
            what,
            away.get());
      }
      if (away.isEmpty() && databaseAway) {
        LOG.log(System.Logger.Level.INFO, "{0}: the database is back", what);
      }
      databaseAway = away.isPresent();
    }
  }
}
