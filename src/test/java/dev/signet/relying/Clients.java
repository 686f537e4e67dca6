package dev.signet.relying;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** The applications as Signet's operator registers them: what is below {@code signet.clients}. */
final class Clients {

  /** Of each of them. */
  static final String SECRET = "a-secret-of-the-wire-tests-that-is-no-secret";

  /**
   * As Jakarta Security 3.0 is: its secret is in the form, and it knows nothing of PKCE. And one
   * that is left as it is. Neither asks people for consent, since they are of the same house.
   */
  private static final String SETTINGS =
      """
      signet.clients.intranet.secret=%1$s
      signet.clients.intranet.redirect-uris=%2$s/intranet/callback
      signet.clients.intranet.post-logout-redirect-uris=%2$s/intranet/goodbye
      signet.clients.intranet.auth-methods=client_secret_post
      signet.clients.intranet.pkce=false
      signet.clients.intranet.consent=false
      signet.clients.notes.secret=%1$s
      signet.clients.notes.redirect-uris=%3$s/callback
      signet.clients.notes.post-logout-redirect-uris=%3$s/goodbye
      signet.clients.notes.consent=false
      """;

  private Clients() {}

  /** By where the Java applications are, and the one on Node. */
  static Map<String, String> of(URI java, URI node) {
    return SETTINGS
        .formatted(SECRET, java, node)
        .lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1]));
  }
}
