package dev.signet.simplejwt;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class SimpleJwtBeans {

  @Produces
  @Singleton
  RefreshSettings settings(Settings settings) {
    return RefreshSettings.from(settings);
  }
}
