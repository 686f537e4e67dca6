package dev.signet.throttle;

import dev.signet.platform.Batches;
import dev.signet.platform.Schedule;
import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Removes the counters that say nothing any more. */
@ApplicationScoped
class Purge {

  private static final System.Logger LOG = System.getLogger(Purge.class.getName());

  @Inject Counters counters;
  @Inject Settings settings;
  @Inject Schedule schedule;
  @Inject Clock clock;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    Duration interval = settings.duration("signet.purge.interval", Duration.ofSeconds(1));
    schedule.repeat("Removing counters that have expired", interval, this::run);
  }

  private void run() {
    int gone =
        Batches.removeAll(
            settings.number("signet.purge.batch", 1),
            most -> counters.purge(clock.instant(), most));
    if (gone > 0) {
      LOG.log(System.Logger.Level.INFO, "Removed {0} counters that had expired", gone);
    }
  }
}
