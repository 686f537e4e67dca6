package dev.signet.strength;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class StrengthBeans {

  @Produces
  @Singleton
  PasswordPolicy policy(Settings settings) {
    return PasswordPolicy.from(settings);
  }
}
