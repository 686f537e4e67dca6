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

  /**
   * Whether another program could pass itself off as it: nothing shows who it is, and the address
   * is one that any program on the person's machine can take (<a
   * href="https://www.rfc-editor.org/rfc/rfc8252#section-8.6">RFC 8252 §8.6</a>).
   */
  public boolean canBeImpersonatedAt(String redirectUri) {
    return isPublic() && !redirectUri.startsWith("https:");
  }

  /** Whether it may use a grant. */
  public boolean mayUse(String grant) {
    return rights.grants().contains(grant);
  }
}
