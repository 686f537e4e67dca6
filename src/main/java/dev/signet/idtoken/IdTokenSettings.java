package dev.signet.idtoken;

import dev.signet.platform.Settings;

/**
 * Who says who has logged in.
 *
 * @param issuer the {@code iss} of ID tokens
 */
record IdTokenSettings(String issuer) {

  static IdTokenSettings from(Settings settings) {
    return new IdTokenSettings(settings.text("signet.issuer"));
  }
}
