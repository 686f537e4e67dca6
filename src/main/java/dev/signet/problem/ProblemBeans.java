package dev.signet.problem;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class ProblemBeans {

  @Produces
  @Singleton
  Scheme scheme(Settings settings) {
    return Scheme.from(settings);
  }
}
