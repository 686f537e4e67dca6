package dev.signet.client;

import dev.signet.assertion.ClientKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a client shows who it is (OpenID Connect Core 1.0 §9).
 *
 * @param secret what only it and we know
 * @param keys the public keys that it signs with
 */
public record ClientProof(
    Set<Method> methods, Optional<ClientSecret> secret, Optional<ClientKeys> keys) {

  public ClientProof {
    methods = Set.copyOf(methods);
  }

  /** A client authentication method, by its registered name. */
  public enum Method {
    /** Not at all: a client that can keep no secret. */
    NONE,
    /** By its secret in a header (RFC 6749 §2.3.1). */
    CLIENT_SECRET_BASIC,
    /** By its secret in the form. */
    CLIENT_SECRET_POST,
    /** By an assertion that it has signed (RFC 7523 §2.2). */
    PRIVATE_KEY_JWT;

    /** The name that clients use. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all of them. */
    static List<String> texts() {
      return Arrays.stream(values()).map(Method::text).toList();
    }

    static Optional<Method> of(String text) {
      return Arrays.stream(values()).filter(method -> method.text().equals(text)).findFirst();
    }
  }

  /** Whether it has shown who it is by its secret. */
  public boolean isSecret(Method method, String shown) {
    return methods.contains(method) && secret.filter(known -> known.is(shown)).isPresent();
  }
}
