package dev.signet.throttle;

import dev.signet.database.Database;
import dev.signet.platform.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class ThrottleBeans {

  @Resource(lookup = "java:app/jdbc/signet")
  DataSource database;

  @Produces
  @Singleton
  ThrottleSettings settings(Settings settings) {
    return ThrottleSettings.from(settings);
  }

  @Produces
  @Singleton
  Counters counters() {
    return new Counters(database, Database.ofProcess().secret());
  }

  @Produces
  @Singleton
  KnownDevices devices(ThrottleSettings settings) {
    return new KnownDevices(
        new DeviceTokens(Database.ofProcess().secret(), settings.deviceLifetime()));
  }
}
