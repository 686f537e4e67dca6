package dev.signet.authorization;

import dev.signet.client.RegisteredClient;
import dev.signet.origin.Origin;
import java.util.Optional;

/**
 * What a client shows to have a code exchanged (RFC 6749 §4.1.3, RFC 7636 §4.5).
 *
 * @param client who has shown who it is
 */
public record Exchange(
    String code,
    RegisteredClient client,
    String redirectUri,
    Optional<String> verifier,
    Origin origin) {

  /** Shows no code, wherever it is printed. */
  @Override
  public String toString() {
    return "Exchange[" + client.id() + "]";
  }
}
