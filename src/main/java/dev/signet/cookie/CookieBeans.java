package dev.signet.cookie;

import dev.signet.database.Database;
import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class CookieBeans {

  @Produces
  @Singleton
  CookieSettings settings(Settings settings) {
    return CookieSettings.from(settings);
  }

  @Produces
  @Singleton
  CsrfTokens csrfTokens() {
    return new CsrfTokens(Database.ofProcess().secret());
  }
}
