package dev.signet.token;

import dev.signet.claim.ClaimNames;
import dev.signet.key.TokenSignatures.Kind;
import dev.signet.platform.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims as they stand in tokens, and settings of who mints them. */
final class TestTokens {

  static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  static final String ISSUER = "http://localhost:8080/signet";
  static final String SUBJECT = "00000000-0000-0000-0000-000000000001";

  private TestTokens() {}

  static TokenSettings settings(Duration leeway, String... audience) {
    return settings(leeway, ClaimNames.from(TestSettings.shipped()), audience);
  }

  static TokenSettings settings(ClaimNames names) {
    return settings(Duration.ZERO, names, "signet");
  }

  private static TokenSettings settings(Duration leeway, ClaimNames names, String... audience) {
    return settings(leeway, false, names, List.of(audience));
  }

  /** Where an access token is all that browsers have. */
  static TokenSettings ofBrowsersRenewable() {
    ClaimNames names = ClaimNames.from(TestSettings.shipped());
    return settings(Duration.ZERO, true, names, List.of("signet"));
  }

  private static TokenSettings settings(
      Duration leeway, boolean browsersRenewable, ClaimNames names, List<String> audience) {
    return new TokenSettings(
        ISSUER,
        audience,
        Duration.ofMinutes(5),
        Duration.ofMinutes(5),
        leeway,
        List.of("access"),
        browsersRenewable,
        Kind.JWT,
        names);
  }

  /** An access token's, issued now. */
  static Map<String, Object> access() {
    Map<String, Object> claims = refresh();
    claims.remove("gen");
    claims.put("token_type", "access");
    claims.put("iss", ISSUER);
    claims.put("sub", SUBJECT);
    claims.put("aud", "signet");
    return claims;
  }

  /** A sliding token's, issued now. */
  static Map<String, Object> sliding() {
    Map<String, Object> claims = access();
    claims.put("token_type", "sliding");
    claims.put("refresh_exp", NOW.getEpochSecond() + 86_400);
    return claims;
  }

  /** A refresh token's, issued now. */
  static Map<String, Object> refresh() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("token_type", "refresh");
    claims.put("exp", NOW.getEpochSecond() + 300);
    claims.put("iat", NOW.getEpochSecond());
    claims.put("jti", "id");
    claims.put("sid", "session");
    claims.put("gen", 7);
    claims.put("user_id", SUBJECT);
    return claims;
  }
}
