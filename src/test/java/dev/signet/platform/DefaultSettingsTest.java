package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reference of every setting: whoever changes a key or its default changes it here too. */
class DefaultSettingsTest {

  @Test
  void areThese() {
    assertThat(shipped())
        .containsOnly(
            entry(
                "signet.db.url",
                "jdbc:h2:file:./signet-data/signet;MODE=PostgreSQL;WRITE_DELAY=0;"
                    + "DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000"),
            entry("signet.db.user", ""),
            entry("signet.db.password", ""),
            entry("signet.secret", ""),
            entry("signet.secret.previous", ""),
            entry("signet.issuer", "http://localhost:8080/signet"),
            entry("signet.token.audience", "signet"),
            entry("signet.token.access-lifetime", "PT5M"),
            entry("signet.token.refresh-lifetime", "P1D"),
            entry("signet.token.leeway", "PT0S"),
            entry("signet.token.type-claim", "token_type"),
            entry("signet.token.jti-claim", "jti"),
            entry("signet.token.user-id-field", "id"),
            entry("signet.token.user-id-claim", "user_id"),
            entry("signet.bearer.header-name", "Authorization"),
            entry("signet.bearer.header-types", "Bearer"),
            entry("signet.bearer.token-types", "access"),
            entry("signet.simplejwt.rotate-refresh-tokens", "false"),
            entry("signet.simplejwt.blacklist-after-rotation", "false"),
            entry("signet.sliding.lifetime", "PT5M"),
            entry("signet.sliding.refresh-lifetime", "P1D"),
            entry("signet.sliding.refresh-exp-claim", "refresh_exp"),
            entry("signet.session.absolute-lifetime", "P30D"),
            entry("signet.session.rotation-grace", "PT10S"),
            entry("signet.revocation.poll-interval", "PT1S"),
            entry("signet.revocation.max-staleness", "PT1M"),
            entry("signet.key.algorithm", "RS256"),
            entry("signet.key.poll-interval", "PT10S"),
            entry("signet.key.rotation-interval", "P90D"),
            entry("signet.key.retention", "P1D"),
            entry("signet.login.update-last-login", "false"),
            entry("signet.login.check-user-is-active", "true"),
            entry("signet.purge.interval", "PT1H"),
            entry("signet.purge.batch", "1000"),
            entry("signet.signup.roles", "user"),
            entry("signet.password.min-length", "15"),
            entry("signet.password.argon2.memory", "19456"),
            entry("signet.password.argon2.iterations", "2"),
            entry("signet.password.argon2.parallelism", "1"),
            entry("signet.password.hashing.queue", "4"),
            entry("signet.password.hashing.deadline", "PT5S"),
            entry("mp.jwt.verify.issuer", "${signet.issuer}"),
            entry("mp.jwt.verify.audiences", "${signet.token.audience}"),
            entry("mp.jwt.verify.clock.skew", "300"),
            entry("mp.config.cache.duration", "0"));
  }

  @Test
  void holdEachKeyOnce() throws IOException {
    List<String> keys =
        lines().stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(shipped().keySet());
  }

  /** Properties files are ISO 8859-1 to who reads them as a stream. */
  @Test
  void areAscii() throws IOException {
    assertThat(lines()).allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
  }

  private static Map<String, String> shipped() {
    Map<String, String> shipped = new HashMap<>();
    Environment.shippedDefaults().forEach((key, value) -> shipped.put("" + key, "" + value));
    return shipped;
  }

  private static List<String> lines() throws IOException {
    try (InputStream file =
        Environment.class
            .getClassLoader()
            .getResourceAsStream("META-INF/microprofile-config.properties")) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
