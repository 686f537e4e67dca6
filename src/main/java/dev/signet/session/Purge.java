package dev.signet.session;

import dev.signet.platform.Batches;
import dev.signet.platform.Schedule;
import dev.signet.platform.Settings;
import dev.signet.revocation.RevocationSettings;
import dev.signet.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes what no token can name any more, a batch a transaction: a session when its last token has
 * expired, so that nothing which was ended comes back, and a revocation likewise.
 */
@ApplicationScoped
class Purge {

  private static final System.Logger LOG = System.getLogger(Purge.class.getName());

  /**
   * How fast.
   *
   * @param interval how often
   * @param batch how many rows a transaction removes
   * @param tokenHorizon how long some access token may outlive its session
   */
  record Pace(Duration interval, int batch, Duration tokenHorizon) {

    static Pace from(Settings settings) {
      return new Pace(
          settings.duration("signet.purge.interval", Duration.ofSeconds(1)),
          settings.number("signet.purge.batch", 1),
          RevocationSettings.from(settings).tokenHorizon());
    }
  }

  @Inject Sessions sessions;
  @Inject Revocations revocations;
  @Inject Pace pace;
  @Inject Schedule schedule;
  @Inject Clock clock;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat("Removing what has expired", pace.interval(), this::run);
  }

  private void run() {
    Instant now = clock.instant();
    Instant forgotten = now.minus(pace.tokenHorizon());
    int batch = pace.batch();
    int sessionsGone = Batches.removeAll(batch, most -> sessions.purge(forgotten, most));
    int revocationsGone = Batches.removeAll(batch, most -> revocations.purge(now, most));
    if (sessionsGone + revocationsGone > 0) {
      LOG.log(
          System.Logger.Level.INFO,
          "Removed {0} sessions and {1} revocations that had expired",
          sessionsGone,
          revocationsGone);
    }
  }
}
