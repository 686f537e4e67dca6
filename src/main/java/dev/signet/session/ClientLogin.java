package dev.signet.session;

import java.util.Optional;

/**
 * What a client is given of a person's login in a browser.
 *
 * @param clientId which client
 * @param scope what the person has allowed it (RFC 6749 §3.3): words with spaces between them
 * @param claims which single claims it has asked for, in JSON (OpenID Connect Core 1.0 §5.5)
 * @param offline whether it goes on when the browser's login ends (OpenID Connect Core 1.0 §11)
 */
public record ClientLogin(String clientId, String scope, Optional<String> claims, boolean offline) {

  SessionKind kind() {
    return offline ? SessionKind.OFFLINE : SessionKind.CLIENT;
  }
}
