package dev.signet.session;

import dev.signet.platform.Schedule;
import dev.signet.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * Removes what no token can name any more, a batch a transaction: a session when its last token has
 * expired, so that nothing which was ended comes back, and a revocation likewise.
 */
@ApplicationScoped
class Purge {

  private static final System.Logger LOG = System.getLogger(Purge.class.getName());

  @Inject Sessions sessions;
  @Inject Revocations revocations;
  @Inject PurgeSettings settings;
  @Inject Schedule schedule;
  @Inject Clock clock;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat("Removing what has expired", settings.interval(), this::run);
  }

  private void run() {
    Instant now = clock.instant();
    Instant forgotten = now.minus(settings.tokenHorizon());
    int batch = settings.batch();
    int sessionsGone = inBatches(() -> sessions.purge(forgotten, batch));
    int revocationsGone = inBatches(() -> revocations.purge(now, batch));
    if (sessionsGone + revocationsGone > 0) {
      LOG.log(
          System.Logger.Level.INFO,
          "Removed {0} sessions and {1} revocations that had expired",
          sessionsGone,
          revocationsGone);
    }
  }

  /** A batch that is not full was the last: what another node has locked, it removes itself. */
  private int inBatches(IntSupplier batch) {
    int all = 0;
    int removed;
    do {
      removed = batch.getAsInt();
      all += removed;
    } while (removed == settings.batch());
    return all;
  }
}
