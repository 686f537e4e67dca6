package dev.signet.token;

import dev.signet.account.Account;
import dev.signet.claim.AccessTokenClaims;
import dev.signet.claim.Contributions;
import dev.signet.key.TokenSignatures;
import dev.signet.session.LiveSession;
import dev.signet.session.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mints every token. Its tokens are a function of the session's row and the account, so that who
 * asks again for an answer that was lost gets the very same one.
 */
final class TokenMint {

  private final TokenSignatures signatures;
  private final TokenSettings settings;
  private final Contributions<AccessTokenClaims> contributions;

  TokenMint(
      TokenSignatures signatures,
      TokenSettings settings,
      Contributions<AccessTokenClaims> contributions) {
    this.signatures = signatures;
    this.settings = settings;
    this.contributions = contributions;
  }

  IssuedTokens mint(LiveSession live) {
    Session session = live.session();
    return new IssuedTokens(
        signatures.sign(accessClaims(live)),
        settings.accessLifetime(),
        signatures.mac(refreshClaims(session)),
        Duration.ofSeconds(
            session.refreshableUntil().getEpochSecond() - session.refreshedAt().getEpochSecond()),
        live.account());
  }

  private Map<String, Object> accessClaims(LiveSession live) {
    Session session = live.session();
    Account account = live.account();
    Instant issued = session.refreshedAt();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("token_type", TokenType.ACCESS.claim());
    claims.put("iss", settings.issuer());
    claims.put("sub", account.id().toString());
    claims.put("aud", audience());
    claims.put("exp", issued.plus(settings.accessLifetime()).getEpochSecond());
    claims.put("iat", issued.getEpochSecond());
    claims.put("jti", tokenId(TokenType.ACCESS, session));
    claims.put("upn", account.username());
    claims.put("groups", account.roles().stream().sorted().toList());
    claims.put("user_id", account.id().toString());
    claims.put("sid", session.id());
    claims.put("auth_time", session.createdAt().getEpochSecond());
    claims.putAll(contributions.of(account));
    return claims;
  }

  private Map<String, Object> refreshClaims(Session session) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("token_type", TokenType.REFRESH.claim());
    claims.put("exp", session.refreshableUntil().getEpochSecond());
    claims.put("iat", session.refreshedAt().getEpochSecond());
    claims.put("jti", tokenId(TokenType.REFRESH, session));
    claims.put("sid", session.id());
    claims.put("gen", session.generation());
    claims.put("user_id", session.accountId().toString());
    return claims;
  }

  /** One audience is a string, several are a list (RFC 7519 §4.1.3). */
  private Object audience() {
    List<String> audience = settings.audience();
    return audience.size() == 1 ? audience.get(0) : audience;
  }

  /**
   * One id a token: the same for the same token asked for again, and never for another (RFC 7519
   * §4.1.7).
   */
  private static String tokenId(TokenType type, Session session) {
    String what =
        String.join(
            " ",
            type.claim(),
            session.id(),
            Integer.toString(session.generation()),
            session.refreshedAt().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
