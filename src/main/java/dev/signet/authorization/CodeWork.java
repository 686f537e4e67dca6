package dev.signet.authorization;

import dev.signet.platform.Batches;
import dev.signet.platform.Schedule;
import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Removes the codes that nobody will show any more; every node does. */
@ApplicationScoped
class CodeWork {

  @Inject AuthorizationCodes codes;
  @Inject CodeSettings settings;
  @Inject Schedule schedule;

  @Produces
  @Singleton
  static CodeSettings settings(Settings settings) {
    return CodeSettings.from(settings);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat("Removing old codes", settings.purgeInterval(), this::purge);
  }

  private void purge() {
    Batches.removeAll(settings.purgeBatch(), codes::purge);
  }
}
