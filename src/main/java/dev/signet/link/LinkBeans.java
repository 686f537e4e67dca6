package dev.signet.link;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class LinkBeans {

  @Produces
  @Singleton
  LinkSettings settings(Settings settings) {
    return LinkSettings.from(settings);
  }
}
