package dev.signet.claim;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class ClaimBeans {

  @Produces
  @Singleton
  ClaimSettings settings(Settings settings) {
    return ClaimSettings.from(settings);
  }

  @Produces
  @Singleton
  Contributions contributions(@Any Instance<AccessTokenClaims> contributors) {
    return new Contributions(contributors.stream().toList());
  }
}
