package dev.signet.authorize;

import dev.signet.cookie.CookieSettings;
import dev.signet.database.Database;
import dev.signet.platform.HmacSha256;
import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class AuthorizeBeans {

  @Produces
  @Singleton
  AuthorizeSettings settings(Settings settings, CookieSettings cookies, Clock clock) {
    List<HmacSha256> keys =
        Database.ofProcess().secret().deriveAll("authorize-progress").stream()
            .map(HmacSha256::new)
            .toList();
    return new AuthorizeSettings(
        settings.text("signet.issuer"), cookies.root(), new ProgressSeal(keys, clock));
  }
}
