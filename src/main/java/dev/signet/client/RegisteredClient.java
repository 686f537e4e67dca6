package dev.signet.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An application that people log in to through us, or that asks for tokens of its own (RFC 6749
 * §2).
 *
 * @param id its {@code client_id}
 * @param name what people know it as
 */
public record RegisteredClient(
    String id,
    String name,
    ClientProof proof,
    ClientAddresses addresses,
    Rights rights,
    TokenProfile tokens) {

  /**
   * What it may ask for.
   *
   * @param grants by their {@code grant_type}
   * @param scopes the words that its scope may have
   * @param audiences whom its access tokens are for (RFC 9068 §2.2)
   * @param consent whether people are asked before it gets anything of them
   * @param pkce whether it has to bind its codes to itself (RFC 7636)
   */
  public record Rights(
      Set<String> grants,
      Set<String> scopes,
      List<String> audiences,
      boolean consent,
      boolean pkce) {

    public Rights {
      grants = Set.copyOf(grants);
      scopes = Set.copyOf(scopes);
      audiences = List.copyOf(audiences);
    }
  }

  /**
   * What its tokens are like.
   *
   * @param sector where it is to know people by names of their own: who shares these names (OpenID
   *     Connect Core 1.0 §8.1)
   */
  public record TokenProfile(
      Duration accessLifetime, Duration idTokenLifetime, Optional<String> sector) {}

  /** Whether it can keep no secret (RFC 6749 §2.1). */
  public boolean isPublic() {
    return proof.methods().equals(Set.of(ClientProof.Method.NONE));
  }

  /** Whether it may use a grant. */
  public boolean mayUse(String grant) {
    return rights.grants().contains(grant);
  }
}
