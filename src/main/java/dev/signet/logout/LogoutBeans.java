package dev.signet.logout;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class LogoutBeans {

  @Produces
  @Singleton
  LogoutSettings settings(Settings settings) {
    return LogoutSettings.from(settings);
  }

  @Produces
  @Singleton
  BackChannel channel(LogoutSettings settings) {
    return new BackChannel(settings);
  }
}
