package dev.signet.key;

import dev.signet.audit.SecurityEvents;
import dev.signet.database.Database;
import dev.signet.platform.Schedule;
import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives CDI the keys that the process holds already, and keeps them up to date. */
@ApplicationScoped
class KeyBeans {

  @Produces
  @Singleton
  SigningKeys signingKeys() {
    return SigningKeys.ofProcess();
  }

  @Produces
  @Singleton
  TokenSignatures tokenSignatures(SigningKeys keys) {
    return new TokenSignatures(keys, Database.ofProcess().secret());
  }

  @Produces
  @Singleton
  KeySettings keySettings(Settings settings) {
    return KeySettings.from(settings);
  }

  void keepUp(
      @Observes @Initialized(ApplicationScoped.class) Object application,
      Schedule schedule,
      SigningKeys keys,
      KeySettings settings,
      SecurityEvents events) {
    schedule.repeat(
        "Reading the signing keys",
        settings.pollInterval(),
        () -> keys.keepUp(settings.rotationInterval(), settings.retention(), events::tell));
  }
}
