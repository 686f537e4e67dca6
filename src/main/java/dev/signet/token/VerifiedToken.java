package dev.signet.token;

import dev.signet.claim.VerifiedClaims;
import java.util.Optional;

/** A token that was verified: nobody else can make one. */
public sealed interface VerifiedToken
    permits AccessToken,
        VerifiedToken.RefreshToken,
        VerifiedToken.SlidingToken,
        VerifiedToken.GivenToken {

  /**
   * A refresh token: which session, and which of its generations.
   *
   * @param client whose it is; empty for one of our own clients
   */
  record RefreshToken(String sessionId, int generation, Optional<OfClient> client)
      implements VerifiedToken {

    RefreshToken(String sessionId, int generation) {
      this(sessionId, generation, Optional.empty());
    }

    static RefreshToken of(VerifiedClaims claims) {
      return new RefreshToken(
          claims.text("sid"),
          claims.number("gen"),
          claims
              .optionalText("client_id")
              .map(client -> new OfClient(client, claims.text("scope"))));
    }
  }

  /**
   * What a refresh token says of its client.
   *
   * @param scope what it may do at most (RFC 6749 §3.3)
   */
  record OfClient(String id, String scope) {}

  /** A sliding token: good as an access token where that is wanted, and to get the next one. */
  record SlidingToken(AccessToken asAccess) implements VerifiedToken {}

  /**
   * An access token for whatever audience.
   *
   * @param ofAccount what it says of an account; empty for one that speaks of a client only
   */
  record GivenToken(Optional<AccessToken> ofAccount, VerifiedClaims claims)
      implements VerifiedToken {}
}
