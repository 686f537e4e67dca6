package dev.signet.client;

import dev.signet.platform.TestSettings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Clients as settings declare them. */
public final class TestClients {

  /** What a client that can keep one shows. */
  public static final String SECRET = "0123456789abcdef0123456789abcdef";

  /** Where {@link #web} and {@link #spa} are sent back to. */
  public static final String CALLBACK = "https://shop.example/callback";

  /** The key of a client that signs (RFC 7517, Appendix A.1). */
  static final String JWKS =
      """
      {"keys":[{"kty":"EC","crv":"P-256",
        "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
        "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]}\
      """;

  private TestClients() {}

  /** A web application with a secret, of the defaults. */
  public static RegisteredClient web() {
    return web(Map.of());
  }

  /** One that has more to say of itself. */
  public static RegisteredClient web(Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(Map.of("redirect-uris", CALLBACK, "secret", SECRET));
    all.putAll(fields);
    return of("web", all);
  }

  /** A script in a browser, which can keep no secret. */
  public static RegisteredClient spa() {
    return of("spa", Map.of("redirect-uris", CALLBACK));
  }

  /** A program that acts for nobody but itself. */
  public static RegisteredClient machine() {
    return of("machine", Map.of("secret", SECRET, "scopes", "orders,openid,account"));
  }

  /** Whichever. */
  public static RegisteredClient of(String id, Map<String, String> fields) {
    Map<String, String> settings = new HashMap<>();
    fields.forEach((field, value) -> settings.put("signet.clients." + id + "." + field, value));
    return ConfiguredClients.from(TestSettings.with(settings)).values().iterator().next();
  }

  /** An installation that knows these and no others. */
  public static RegisteredClients known(RegisteredClient... clients) {
    return new RegisteredClients(
        Arrays.stream(clients)
            .collect(Collectors.toMap(RegisteredClient::id, Function.identity())));
  }
}
