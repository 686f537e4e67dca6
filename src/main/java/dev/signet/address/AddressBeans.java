package dev.signet.address;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class AddressBeans {

  @Produces
  @Singleton
  Proxies proxies(Settings settings) {
    return Proxies.from(settings);
  }
}
