package dev.signet.cookie;

import dev.signet.database.MasterSecret;
import dev.signet.platform.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * What a page of ours knows of the session at hand, and no page of another: a MAC of the session's
 * id (OWASP's signed double-submit cookie, bound to the session). Whoever plants a cookie of his
 * own cannot make it.
 */
final class CsrfTokens {

  private final List<HmacSha256> keys;

  CsrfTokens(MasterSecret secret) {
    this.keys = secret.deriveAll("csrf").stream().map(HmacSha256::new).toList();
  }

  /** The token of a session: 43 characters of base64url. */
  String of(String sessionId) {
    return token(keys.get(0), sessionId);
  }

  /** Whether this is the token of a session, under the secret of today or the one before. */
  boolean isOf(String sessionId, String shown) {
    byte[] given = shown.getBytes(StandardCharsets.UTF_8);
    return keys.stream()
        .map(key -> token(key, sessionId).getBytes(StandardCharsets.UTF_8))
        .anyMatch(good -> MessageDigest.isEqual(good, given));
  }

  private static String token(HmacSha256 key, String sessionId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.of(sessionId.getBytes(StandardCharsets.UTF_8)));
  }
}
