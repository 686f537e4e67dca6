package dev.signet.token;

import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Proven;
import dev.signet.problem.Problem;
import dev.signet.token.VerifiedToken.RefreshToken;
import dev.signet.token.VerifiedToken.SlidingToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

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
  private final List<TokenType> bearerTypes;

  TokenReader(TokenSignatures signatures, TokenSettings settings, Clock clock) {
    this.signatures = signatures;
    this.settings = settings;
    this.clock = clock;
    this.bearerTypes =
        settings.bearerTypes().stream().flatMap(type -> TokenType.of(type).stream()).toList();
  }

  /** A token whose proof is good and whose time has come; it may have expired. */
  private record Candidate(Proven proven, Claims claims) {}

  /** The types of token that are good as bearer tokens, in the order they are to be tried. */
  List<TokenType> bearerTypes() {
    return bearerTypes;
  }

  /** A bearer token of a type that is good but for what the session may have to say. */
  AccessToken bearer(TokenType type, String token) {
    VerifiedToken verified = unexpired(token, type.verified());
    return verified instanceof SlidingToken sliding ? sliding.asAccess() : (AccessToken) verified;
  }

  /** A refresh token that is good but for what the session may have to say. */
  RefreshToken refresh(String token) {
    return unexpired(token, RefreshToken.class);
  }

  /**
   * What a browser refreshes by: its refresh token, or where it has none, its access token and the
   * generation that is in it. That one may have expired: its session decides.
   */
  RefreshToken refreshableByBrowser(String token) {
    if (!settings.browsersRenewable()) {
      return refresh(token);
    }
    Candidate candidate = candidate(token);
    AccessToken access = typed(candidate, AccessToken.class);
    if (!candidate.claims().has("gen")) {
      throw Problem.TOKEN_INVALID.refusal();
    }
    return new RefreshToken(access.sessionId(), candidate.claims().number("gen"));
  }

  /** A token of any type that is good but for what the session may have to say. */
  VerifiedToken any(String token) {
    return unexpired(token, VerifiedToken.class);
  }

  /**
   * A sliding token that may be refreshed, but for what the session may have to say: as long as its
   * own time for that has not run out, whether or not it is still good as a bearer token.
   */
  SlidingToken sliding(String token) {
    Candidate candidate = candidate(token);
    SlidingToken sliding = typed(candidate, SlidingToken.class);
    refuseUnrefreshable(candidate.claims());
    return sliding;
  }

  /**
   * The session of a token that can be refreshed, of either kind, or of a sliding token that is
   * good as a bearer token still.
   *
   * @throws dev.signet.problem.ProblemException when it is no such token, or can be no more
   */
  String refreshableSession(String token) {
    Candidate candidate = candidate(token);
    Object type = candidate.claims().values().get(settings.names().type());
    if (!TokenType.SLIDING.claim().equals(type)) {
      return unexpired(candidate, RefreshToken.class).sessionId();
    }
    SlidingToken sliding = typed(candidate, SlidingToken.class);
    if (isPast(candidate.claims(), "exp")) {
      refuseUnrefreshable(candidate.claims());
    }
    return sliding.asAccess().sessionId();
  }

  private <T extends VerifiedToken> T unexpired(String token, Class<T> wanted) {
    return unexpired(candidate(token), wanted);
  }

  private <T extends VerifiedToken> T unexpired(Candidate candidate, Class<T> wanted) {
    if (isPast(candidate.claims(), "exp")) {
      throw Problem.TOKEN_EXPIRED.refusal();
    }
    T verified = typed(candidate, wanted);
    refuseOutlived(candidate.claims(), verified);
    return verified;
  }

  private void refuseOutlived(Claims claims, VerifiedToken verified) {
    boolean outlived =
        (verified instanceof AccessToken && isOlderThan(claims, settings.accessLifetime()))
            || (verified instanceof SlidingToken
                && isOlderThan(claims, settings.slidingLifetime()));
    if (outlived) {
      throw Problem.TOKEN_EXPIRED.refusal();
    }
  }

  private Candidate candidate(String token) {
    if (token.length() > LONGEST) {
      throw Problem.TOKEN_INVALID.refusal();
    }
    Proven proven = signatures.verify(token).orElseThrow(Problem.TOKEN_INVALID::refusal);
    Claims claims = new Claims(Collections.unmodifiableMap(proven.claims()));
    refuseEarly(claims);
    return new Candidate(proven, claims);
  }

  private <T extends VerifiedToken> T typed(Candidate candidate, Class<T> wanted) {
    Claims claims = candidate.claims();
    refuseWithoutId(claims);
    TokenType type = type(claims);
    if (!wanted.isAssignableFrom(type.verified())) {
      throw Problem.TOKEN_WRONG_TYPE.refusal();
    }
    if (candidate.proven().proof() != type.proof()) {
      throw Problem.TOKEN_INVALID.refusal();
    }
    refuseWithoutUser(claims, type);
    return wanted.cast(
        switch (type) {
          case ACCESS -> access(claims);
          case SLIDING -> new SlidingToken(access(claims));
          case REFRESH -> new RefreshToken(claims.text("sid"), claims.number("gen"));
        });
  }

  private AccessToken access(Claims claims) {
    refuseForeign(claims);
    return new AccessToken(
        claims.uuid("sub"), claims.text("sid"), version(claims), claims.values());
  }

  /** A token that does not say is of the first: versions came later. */
  private static int version(Claims claims) {
    return claims.has("account_version") ? claims.number("account_version") : 0;
  }

  /**
   * RFC 7519 §4.1.5, §4.1.6; and a token must say when it expires, even where it may have expired.
   */
  private void refuseEarly(Claims claims) {
    Instant latest = clock.instant().plus(settings.leeway()).plus(CLOCKS_APART);
    boolean early =
        claims.optionalTime("nbf").filter(latest::isBefore).isPresent()
            || claims.optionalTime("iat").filter(latest::isBefore).isPresent();
    if (early) {
      throw Problem.TOKEN_INVALID.refusal();
    }
    if (!claims.has("exp")) {
      throw Problem.TOKEN_WITHOUT_CLAIM.refusal("exp");
    }
    claims.time("exp");
  }

  private void refuseUnrefreshable(Claims claims) {
    String refreshExpiry = settings.names().refreshExpiry();
    if (!claims.has(refreshExpiry)) {
      throw Problem.TOKEN_WITHOUT_CLAIM.refusal(refreshExpiry);
    }
    if (isPast(claims, refreshExpiry)) {
      throw Problem.TOKEN_CLAIM_EXPIRED.refusal(refreshExpiry);
    }
  }

  /** RFC 7519 §4.1.4; on the very second a token is expired. */
  private boolean isPast(Claims claims, String time) {
    return isPast(claims.time(time));
  }

  private boolean isPast(Instant end) {
    return !clock.instant().minus(settings.leeway()).isBefore(end);
  }

  /** What revokes a token is kept for its lifetime of now; one that was given more has no more. */
  private boolean isOlderThan(Claims claims, Duration lifetime) {
    return isPast(claims.time("iat").plus(lifetime));
  }

  /** RFC 7519 §4.1.7: an id is text. */
  private void refuseWithoutId(Claims claims) {
    if (!claims.has(settings.names().id())) {
      throw Problem.TOKEN_WITHOUT_ID.refusal();
    }
    claims.text(settings.names().id());
  }

  private TokenType type(Claims claims) {
    String name = settings.names().type();
    if (!claims.has(name)) {
      throw Problem.TOKEN_WITHOUT_TYPE.refusal();
    }
    return TokenType.of(claims.text(name)).orElseThrow(Problem.TOKEN_WRONG_TYPE::refusal);
  }

  private void refuseWithoutUser(Claims claims, TokenType type) {
    boolean hasSubject = type == TokenType.REFRESH || claims.has("sub");
    if (!hasSubject || !claims.has(settings.names().user())) {
      throw Problem.TOKEN_WITHOUT_USER.refusal();
    }
    claims.text(settings.names().user());
  }

  /** RFC 7519 §4.1.1, §4.1.3: from this issuer, for one of these audiences. */
  private void refuseForeign(Claims claims) {
    boolean ours = claims.text("iss").equals(settings.issuer());
    if (!ours || Collections.disjoint(claims.texts("aud"), settings.audience())) {
      throw Problem.TOKEN_INVALID.refusal();
    }
  }
}
