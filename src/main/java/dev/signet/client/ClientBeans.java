package dev.signet.client;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class ClientBeans {

  @Produces
  @Singleton
  RegisteredClients clients(Settings settings) {
    return new RegisteredClients(ConfiguredClients.from(settings));
  }
}
