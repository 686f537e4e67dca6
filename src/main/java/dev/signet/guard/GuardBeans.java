package dev.signet.guard;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class GuardBeans {

  @Produces
  @Singleton
  BearerHeader header(Settings settings) {
    return BearerHeader.from(settings);
  }
}
