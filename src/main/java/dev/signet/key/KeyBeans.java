package dev.signet.key;

import dev.signet.platform.Database;
import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives CDI the keys that the process holds already. */
@ApplicationScoped
class KeyBeans {

  @Produces
  @Singleton
  SigningKeys signingKeys() {
    return SigningKeys.ofProcess();
  }

  @Produces
  @Singleton
  TokenSignatures tokenSignatures(SigningKeys keys) {
    return new TokenSignatures(keys, Database.ofProcess().secret());
  }

  @Produces
  @Singleton
  KeySettings keySettings(Settings settings) {
    return KeySettings.from(settings);
  }
}
