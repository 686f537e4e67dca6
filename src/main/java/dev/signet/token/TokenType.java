package dev.signet.token;

import dev.signet.key.TokenSignatures.Proof;
import dev.signet.token.VerifiedToken.RefreshToken;
import dev.signet.token.VerifiedToken.SlidingToken;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a token is good for: its type claim. Each type has its own proof and becomes its own kind of
 * value, so none is good as another (RFC 8725 §3.12).
 */
enum TokenType {
  ACCESS(Proof.SIGNATURE, AccessToken.class),
  REFRESH(Proof.MAC, RefreshToken.class),
  SLIDING(Proof.SIGNATURE, SlidingToken.class);

  private final Proof proof;
  private final Class<? extends VerifiedToken> verified;

  TokenType(Proof proof, Class<? extends VerifiedToken> verified) {
    this.proof = proof;
    this.verified = verified;
  }

  static Optional<TokenType> of(String claim) {
    return Arrays.stream(values()).filter(type -> type.claim().equals(claim)).findFirst();
  }

  String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  Proof proof() {
    return proof;
  }

  Class<? extends VerifiedToken> verified() {
    return verified;
  }
}
