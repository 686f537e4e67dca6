package dev.signet.token;

import dev.signet.claim.VerifiedClaims;
import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Proven;
import dev.signet.problem.Problem;
import dev.signet.subject.Subjects;
import dev.signet.token.VerifiedToken.GivenToken;
import dev.signet.token.VerifiedToken.RefreshToken;
import dev.signet.token.VerifiedToken.SlidingToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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
  private final Subjects subjects;
  private final Clock clock;
  private final List<TokenType> bearerTypes;

  TokenReader(TokenSignatures signatures, TokenSettings settings, Subjects subjects, Clock clock) {
    this.signatures = signatures;
    this.settings = settings;
    this.subjects = subjects;
    this.clock = clock;
    this.bearerTypes =
        settings.bearerTypes().stream().flatMap(type -> TokenType.of(type).stream()).toList();
  }

  /** A token whose proof is good and whose time has come; it may have expired. */
  private record Candidate(Proven proven, VerifiedClaims claims) {}

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
    return ofOurs(unexpired(token, RefreshToken.class));
  }

  /** A refresh token of another application's that is good but for what the session may say. */
  RefreshToken clientRefresh(String token) {
    RefreshToken refresh = unexpired(token, RefreshToken.class);
    if (refresh.client().isEmpty()) {
      throw Problem.TOKEN_WRONG_TYPE.refusal();
    }
    return refresh;
  }

  /** What an application was given, it exchanges where it shows who it is (RFC 6749 §6). */
  private static RefreshToken ofOurs(RefreshToken refresh) {
    if (refresh.client().isPresent()) {
      throw Problem.TOKEN_WRONG_TYPE.refusal();
    }
    return refresh;
  }

  /** An access token that is good but for whom it is for, and for what the session may say. */
  GivenToken given(String token) {
    Candidate candidate = candidate(token);
    VerifiedClaims claims = candidate.claims();
    boolean access =
        candidate.proven().proof() == TokenType.ACCESS.proof()
            && claims.has(settings.names().type())
            && type(claims) == TokenType.ACCESS;
    if (!access) {
      throw Problem.TOKEN_WRONG_TYPE.refusal();
    }
    if (isPast(claims, "exp") || isOlderThan(claims, settings.accessLifetime())) {
      throw Problem.TOKEN_EXPIRED.refusal();
    }
    refuseForeignIssuer(claims);
    return new GivenToken(
        claims.has("sid") ? Optional.of(AccessToken.of(claims, subjects)) : Optional.empty(),
        claims);
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
    VerifiedToken verified = unexpired(token, VerifiedToken.class);
    return verified instanceof RefreshToken refresh ? ofOurs(refresh) : verified;
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
      return ofOurs(unexpired(candidate, RefreshToken.class)).sessionId();
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

  private void refuseOutlived(VerifiedClaims claims, VerifiedToken verified) {
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
    VerifiedClaims claims = new VerifiedClaims(Collections.unmodifiableMap(proven.claims()));
    refuseEarly(claims);
    return new Candidate(proven, claims);
  }

  private <T extends VerifiedToken> T typed(Candidate candidate, Class<T> wanted) {
    VerifiedClaims claims = candidate.claims();
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
          case REFRESH -> RefreshToken.of(claims);
        });
  }

  private AccessToken access(VerifiedClaims claims) {
    refuseForeign(claims);
    return AccessToken.of(claims, subjects);
  }

  /**
   * RFC 7519 §4.1.5, §4.1.6; and a token must say when it expires, even where it may have expired.
   */
  private void refuseEarly(VerifiedClaims claims) {
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

  private void refuseUnrefreshable(VerifiedClaims claims) {
    String refreshExpiry = settings.names().refreshExpiry();
    if (!claims.has(refreshExpiry)) {
      throw Problem.TOKEN_WITHOUT_CLAIM.refusal(refreshExpiry);
    }
    if (isPast(claims, refreshExpiry)) {
      throw Problem.TOKEN_CLAIM_EXPIRED.refusal(refreshExpiry);
    }
  }

  /** RFC 7519 §4.1.4; on the very second a token is expired. */
  private boolean isPast(VerifiedClaims claims, String time) {
    return isPast(claims.time(time));
  }

  private boolean isPast(Instant end) {
    return !clock.instant().minus(settings.leeway()).isBefore(end);
  }

  /** What revokes a token is kept for its lifetime of now; one that was given more has no more. */
  private boolean isOlderThan(VerifiedClaims claims, Duration lifetime) {
    return isPast(claims.time("iat").plus(lifetime));
  }

  /** RFC 7519 §4.1.7: an id is text. */
  private void refuseWithoutId(VerifiedClaims claims) {
    if (!claims.has(settings.names().id())) {
      throw Problem.TOKEN_WITHOUT_ID.refusal();
    }
    claims.text(settings.names().id());
  }

  private TokenType type(VerifiedClaims claims) {
    String name = settings.names().type();
    if (!claims.has(name)) {
      throw Problem.TOKEN_WITHOUT_TYPE.refusal();
    }
    return TokenType.of(claims.text(name)).orElseThrow(Problem.TOKEN_WRONG_TYPE::refusal);
  }

  private void refuseWithoutUser(VerifiedClaims claims, TokenType type) {
    boolean hasSubject = type == TokenType.REFRESH || claims.has("sub");
    if (!hasSubject || !claims.has(settings.names().user())) {
      throw Problem.TOKEN_WITHOUT_USER.refusal();
    }
    claims.text(settings.names().user());
  }

  /** RFC 7519 §4.1.1, §4.1.3: from this issuer, for one of these audiences. */
  private void refuseForeign(VerifiedClaims claims) {
    refuseForeignIssuer(claims);
    if (Collections.disjoint(claims.texts("aud"), settings.audience())) {
      throw Problem.TOKEN_INVALID.refusal();
    }
  }

  private void refuseForeignIssuer(VerifiedClaims claims) {
    if (!claims.text("iss").equals(settings.issuer())) {
      throw Problem.TOKEN_INVALID.refusal();
    }
  }
}
