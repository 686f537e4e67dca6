package dev.signet.client;

import dev.signet.key.KeySettings;
import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.List;

/**
 * What a client has that says nothing else.
 *
 * @param accessLifetime also the longest: revocations are kept no longer
 */
record ClientDefaults(List<String> audiences, Duration accessLifetime, Duration idTokenLifetime) {

  /** Who has logged in a day ago has hardly just done so. */
  static final Duration LONGEST_ID_TOKEN = KeySettings.LEAST_RETENTION;

  private static final String ID_TOKEN_LIFETIME = "signet.oidc.id-token-lifetime";

  ClientDefaults {
    audiences = List.copyOf(audiences);
  }

  static ClientDefaults from(Settings settings) {
    Duration second = Duration.ofSeconds(1);
    Duration idTokenLifetime = settings.duration(ID_TOKEN_LIFETIME, second);
    if (idTokenLifetime.compareTo(LONGEST_ID_TOKEN) > 0) {
      throw Settings.wrong(ID_TOKEN_LIFETIME, "a duration of at most " + LONGEST_ID_TOKEN);
    }
    return new ClientDefaults(
        settings.list("signet.token.audience"),
        settings.duration("signet.token.access-lifetime", second),
        idTokenLifetime);
  }
}
