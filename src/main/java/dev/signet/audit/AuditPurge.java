package dev.signet.audit;

import dev.signet.platform.Batches;
import dev.signet.platform.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Removes the records that are too old, a batch a transaction. */
@ApplicationScoped
class AuditPurge {

  private static final System.Logger LOG = System.getLogger(AuditPurge.class.getName());

  @Inject AuditEvents events;
  @Inject AuditSettings settings;
  @Inject Schedule schedule;
  @Inject Clock clock;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat("Removing old records of the audit", settings.interval(), this::run);
  }

  private void run() {
    Instant then = clock.instant().minus(settings.retention());
    int all = Batches.removeAll(settings.batch(), most -> events.purge(then, most));
    if (all > 0) {
      LOG.log(System.Logger.Level.INFO, "Removed {0} records of the audit that were old", all);
    }
  }
}
