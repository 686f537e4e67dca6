package dev.signet.token;

import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Proof;
import dev.signet.key.TokenSignatures.Proven;
import dev.signet.problem.Problem;
import dev.signet.token.VerifiedToken.RefreshToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;

/**
 * The one door in: verifies every token (<a
 * href="https://www.rfc-editor.org/rfc/rfc7519#section-7.2">RFC 7519 §7.2</a>) and says why one is
 * no good. What it lets in is a value that nobody else can make.
 */
final class TokenReader {

  /** Longer than any token we mint: 50 roles and a screen of claims take 4 KiB. In characters. */
  static final int LONGEST = 8 * 1024;

  /**
   * A node may be this far ahead of another: a token that it has just made is not of the future.
   */
  private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

  private final TokenSignatures signatures;
  private final TokenSettings settings;
  private final Clock clock;

  TokenReader(TokenSignatures signatures, TokenSettings settings, Clock clock) {
    this.signatures = signatures;
    this.settings = settings;
    this.clock = clock;
  }

  /** An access token that is good but for what the session may have to say. */
  AccessToken access(String token) {
    return read(token, AccessToken.class);
  }

  /** A refresh token that is good but for what the session may have to say. */
  RefreshToken refresh(String token) {
    return read(token, RefreshToken.class);
  }

  /** A token of any type that is good but for what the session may have to say. */
  VerifiedToken any(String token) {
    return read(token, VerifiedToken.class);
  }

  private <T extends VerifiedToken> T read(String token, Class<T> wanted) {
    Proven proven = proven(token);
    Claims claims = new Claims(Collections.unmodifiableMap(proven.claims()));
    refuseOutOfTime(claims);
    refuseWithoutId(claims);
    TokenType type = type(claims);
    if (!wanted.isAssignableFrom(type.verified())) {
      throw Problem.TOKEN_WRONG_TYPE.refusal();
    }
    refuseOtherProof(proven, type.proof());
    return wanted.cast(type == TokenType.ACCESS ? access(claims) : refresh(claims));
  }

  private AccessToken access(Claims claims) {
    refuseForeign(claims);
    return new AccessToken(
        claims.uuid("sub"), claims.text("sid"), claims.time("iat"), claims.values());
  }

  private static RefreshToken refresh(Claims claims) {
    return new RefreshToken(claims.text("sid"), claims.number("gen"));
  }

  private Proven proven(String token) {
    if (token.length() > LONGEST) {
      throw Problem.TOKEN_INVALID.refusal();
    }
    return signatures.verify(token).orElseThrow(Problem.TOKEN_INVALID::refusal);
  }

  /** RFC 7519 §4.1.4 to §4.1.6; on the very second of {@code exp} a token is expired. */
  private void refuseOutOfTime(Claims claims) {
    Instant now = clock.instant();
    Instant latest = now.plus(settings.leeway()).plus(CLOCKS_APART);
    boolean early =
        claims.optionalTime("nbf").filter(latest::isBefore).isPresent()
            || claims.optionalTime("iat").filter(latest::isBefore).isPresent();
    if (early) {
      throw Problem.TOKEN_INVALID.refusal();
    }
    if (!claims.has("exp")) {
      throw Problem.TOKEN_WITHOUT_CLAIM.refusal("exp");
    }
    if (!now.minus(settings.leeway()).isBefore(claims.time("exp"))) {
      throw Problem.TOKEN_EXPIRED.refusal();
    }
  }

  private static void refuseWithoutId(Claims claims) {
    if (!claims.has("jti")) {
      throw Problem.TOKEN_WITHOUT_ID.refusal();
    }
  }

  private static TokenType type(Claims claims) {
    if (!claims.has("token_type")) {
      throw Problem.TOKEN_WITHOUT_TYPE.refusal();
    }
    return TokenType.of(claims.text("token_type")).orElseThrow(Problem.TOKEN_WRONG_TYPE::refusal);
  }

  private static void refuseOtherProof(Proven proven, Proof proof) {
    if (proven.proof() != proof) {
      throw Problem.TOKEN_INVALID.refusal();
    }
  }

  /** RFC 7519 §4.1.1, §4.1.3: from this issuer, for one of these audiences. */
  private void refuseForeign(Claims claims) {
    boolean ours = claims.text("iss").equals(settings.issuer());
    if (!ours || Collections.disjoint(claims.texts("aud"), settings.audience())) {
      throw Problem.TOKEN_INVALID.refusal();
    }
  }
}
