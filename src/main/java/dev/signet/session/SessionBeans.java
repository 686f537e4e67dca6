package dev.signet.session;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class SessionBeans {

  @Produces
  @Singleton
  SessionSettings settings(Settings settings) {
    return SessionSettings.from(settings);
  }

  @Produces
  @Singleton
  Purge.Pace pace(Settings settings) {
    return Purge.Pace.from(settings);
  }
}
