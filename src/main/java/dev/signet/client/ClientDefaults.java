package dev.signet.client;

import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.List;

/**
 * What a client has that says nothing else.
 *
 * @param accessLifetime also the longest: revocations are kept no longer
 */
record ClientDefaults(List<String> audiences, Duration accessLifetime, Duration idTokenLifetime) {

  ClientDefaults {
    audiences = List.copyOf(audiences);
  }

  static ClientDefaults from(Settings settings) {
    Duration second = Duration.ofSeconds(1);
    return new ClientDefaults(
        settings.list("signet.token.audience"),
        settings.duration("signet.token.access-lifetime", second),
        settings.duration("signet.oidc.id-token-lifetime", second));
  }
}
