package dev.signet.token;

import dev.signet.claim.VerifiedClaims;
import dev.signet.problem.Problem;
import dev.signet.subject.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An access token that was verified.
 *
 * @param accountId its subject, whatever the client calls it
 * @param sessionId the session it belongs to
 * @param accountVersion which version of the account it speaks of
 * @param claims all of its claims, as they stand in it
 */
public record AccessToken(
    UUID accountId, String sessionId, int accountVersion, Map<String, Object> claims)
    implements VerifiedToken {

  /** The word of a client's scope (RFC 6749 §3.3) by which it may do what its person may. */
  public static final String EVERYTHING = "account";

  static AccessToken of(VerifiedClaims claims, Subjects subjects) {
    UUID account =
        claims
            .optionalText("sector")
            .map(
                sector ->
                    subjects
                        .account(claims.text("sub"), sector)
                        .orElseThrow(Problem.TOKEN_INVALID::refusal))
            .orElseGet(() -> claims.uuid("sub"));
    return new AccessToken(account, claims.text("sid"), version(claims), claims.values());
  }

  /** A token that does not say is of the first: versions came later. */
  private static int version(VerifiedClaims claims) {
    return claims.has("account_version") ? claims.number("account_version") : 0;
  }

  /** The client that it was given to; empty for one of our own. */
  public Optional<String> clientId() {
    return Optional.ofNullable(claims.get("client_id")).map(Object::toString);
  }

  /**
   * Whether it is good at our own API: what another application was given is, where it may do what
   * its person may.
   */
  public boolean isForOurApi() {
    return clientId().isEmpty() || allows(EVERYTHING);
  }

  /** Whether it allows something, by a word of its scope (RFC 6749 §3.3). */
  boolean allows(String word) {
    return claims.get("scope") instanceof String scope && List.of(scope.split(" ")).contains(word);
  }
}
