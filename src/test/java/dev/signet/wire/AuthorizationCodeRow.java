package dev.signet.wire;

import dev.signet.platform.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** An authorization code that no browser was led through two pages for. */
final class AuthorizationCodeRow {

  private AuthorizationCodeRow() {}

  /** Whose rows. */
  interface Database {
    void change(String statement, Object... parameters);
  }

  /** Makes one that is bound to no verifier, and for whose scope the person was asked. */
  static String insert(
      Database database, Application client, Answer login, String scope, Optional<String> claims) {
    String code = UUID.randomUUID().toString();
    allow(database, login.accountId(), client, scope);
    database.change(
        "insert into authorization_code (hash, client_id, account_id, browser_session_id,"
            + " redirect_uri, scope, claims, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(new HmacSha256(key()).of(code.getBytes(StandardCharsets.UTF_8))),
        client.id(),
        login.accountId(),
        Claims.of(login.access()).getString("sid"),
        client.redirectUri(),
        scope,
        claims.orElse(null),
        Instant.now().plusSeconds(60).atOffset(ZoneOffset.UTC));
    return code;
  }

  private static void allow(Database database, UUID account, Application client, String scope) {
    database.change(
        "delete from consent where account_id = ? and client_id = ?", account, client.id());
    database.change(
        "insert into consent (account_id, client_id, scope, granted_at)"
            + " values (?, ?, ?, current_timestamp)",
        account,
        client.id(),
        scope);
  }

  /** As the server derives it from the secret that it shares with its tests. */
  private static byte[] key() {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    byte[] secret = System.getenv("SIGNET_SECRET").getBytes(StandardCharsets.UTF_8);
    generator.init(
        new HKDFParameters(secret, null, "signet/code".getBytes(StandardCharsets.UTF_8)));
    byte[] key = new byte[32];
    generator.generateBytes(key, 0, key.length);
    return key;
  }
}
