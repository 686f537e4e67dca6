package dev.signet.revocation;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class RevocationBeans {

  @Produces
  @Singleton
  RevocationSettings settings(Settings settings) {
    return RevocationSettings.from(settings);
  }
}
