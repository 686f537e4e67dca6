package dev.signet.key;

import dev.signet.platform.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Rotates the signing key when it is due, and learns of the rotations of other nodes. */
@ApplicationScoped
class KeySchedule {

  @Inject Schedule schedule;
  @Inject SigningKeys keys;
  @Inject KeySettings settings;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat(
        "Reading the signing keys",
        settings.pollInterval(),
        () -> keys.keepUp(settings.rotationInterval(), settings.retention()));
  }
}
