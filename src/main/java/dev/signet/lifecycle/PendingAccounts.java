package dev.signet.lifecycle;

import dev.signet.account.Accounts;
import dev.signet.link.LinkSettings;
import dev.signet.platform.Batches;
import dev.signet.platform.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Removes accounts whose address nobody has proven in time: their names are free again. */
@ApplicationScoped
class PendingAccounts {

  private static final System.Logger LOG = System.getLogger(PendingAccounts.class.getName());

  @Inject Accounts accounts;
  @Inject LinkSettings settings;
  @Inject Schedule schedule;
  @Inject Clock clock;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat(
        "Removing accounts that were never confirmed", settings.purgeInterval(), this::purge);
  }

  private void purge() {
    Instant then = clock.instant().minus(settings.pendingRetention());
    int all = Batches.removeAll(settings.purgeBatch(), most -> accounts.purgePending(then, most));
    if (all > 0) {
      LOG.log(System.Logger.Level.INFO, "Removed {0} accounts that were never confirmed", all);
    }
  }
}
