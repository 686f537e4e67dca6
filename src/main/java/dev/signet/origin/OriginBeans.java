package dev.signet.origin;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class OriginBeans {

  @Produces
  @Singleton
  DeviceCookie deviceCookie(Settings settings) {
    return DeviceCookie.from(settings);
  }
}
