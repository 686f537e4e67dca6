package dev.signet.relying;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The applications as Signet's operator registers them: what is below {@code signet.clients}. */
final class Clients {

  /** Of each of them. */
  static final String SECRET = "a-secret-of-the-wire-tests-that-is-no-secret";

  private Clients() {}

  /** By where the Java applications are, and the one on Node. */
  static Map<String, String> of(URI java, URI node) {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(
        client(
            "intranet",
            Map.of(
                "redirect-uris",
                java + "/intranet/callback",
                "post-logout-redirect-uris",
                java + "/intranet/goodbye",
                // What Jakarta Security 3.0 can do.
                "auth-method",
                "client_secret_post",
                "pkce",
                "optional")));
    settings.putAll(
        client(
            "notes",
            Map.of(
                "redirect-uris", node + "/callback",
                "post-logout-redirect-uris", node + "/goodbye",
                "auth-method", "client_secret_basic")));
    return settings;
  }

  private static Map<String, String> client(String id, Map<String, String> fields) {
    Map<String, String> settings = new HashMap<>();
    settings.put("signet.clients." + id + ".secret", SECRET);
    fields.forEach((field, value) -> settings.put("signet.clients." + id + "." + field, value));
    return settings;
  }
}
