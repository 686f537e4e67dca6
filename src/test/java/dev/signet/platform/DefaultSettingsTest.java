package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference of every setting: whoever changes a key or its default changes it here too. */
class DefaultSettingsTest {

  private static final String DEFAULTS =
      """
      signet.db.url=jdbc:h2:file:./signet-data/signet;MODE=PostgreSQL;WRITE_DELAY=0;\
      DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000
      signet.db.user=
      signet.db.password=
      signet.secret=
      signet.secret.previous=
      signet.issuer=http://localhost:8080/signet
      signet.token.audience=signet
      signet.token.access-lifetime=PT5M
      signet.token.refresh-lifetime=P1D
      signet.token.leeway=PT0S
      signet.token.type-claim=token_type
      signet.token.jti-claim=jti
      signet.token.user-id-field=id
      signet.token.user-id-claim=user_id
      signet.bearer.header-name=Authorization
      signet.bearer.header-types=Bearer
      signet.bearer.token-types=access
      signet.simplejwt.rotate-refresh-tokens=false
      signet.simplejwt.blacklist-after-rotation=false
      signet.sliding.lifetime=PT5M
      signet.sliding.refresh-lifetime=P1D
      signet.sliding.refresh-exp-claim=refresh_exp
      signet.session.absolute-lifetime=P30D
      signet.session.browser.idle-lifetime=PT30M
      signet.session.browser.absolute-lifetime=PT12H
      signet.session.remembered.idle-lifetime=P14D
      signet.session.remembered.absolute-lifetime=P30D
      signet.session.offline.idle-lifetime=P30D
      signet.session.offline.absolute-lifetime=P180D
      signet.session.max-per-account=1000
      signet.session.rotation-grace=PT10S
      signet.revocation.poll-interval=PT1S
      signet.revocation.max-staleness=PT1M
      signet.oidc.id-token-lifetime=PT1H
      signet.oidc.code-lifetime=PT1M
      signet.oidc.access-token-type=JWT
      signet.logout.poll-interval=PT1S
      signet.logout.timeout=PT5S
      signet.logout.retry.first=PT5S
      signet.logout.retry.longest=PT30M
      signet.logout.give-up-after=P1D
      signet.logout.trusted-certificates=
      signet.key.algorithm=RS256
      signet.key.poll-interval=PT10S
      signet.key.rotation-interval=P90D
      signet.key.retention=P2D
      signet.login.update-last-login=false
      signet.login.check-user-is-active=true
      signet.login.reveal-state=true
      signet.login.transport=body
      signet.login.cookie-refresh=cookie
      signet.throttle.login.failures=10
      signet.throttle.login.first-pause=PT1S
      signet.throttle.login.longest-pause=PT15M
      signet.throttle.login.per-ip=100/PT10M
      signet.throttle.signup.per-ip=30/PT10M
      signet.throttle.mail.per-address=5/PT1H
      signet.throttle.mail.per-ip=30/PT10M
      signet.throttle.link.per-ip=60/PT10M
      signet.throttle.device-lifetime=P365D
      signet.proxy.trusted=
      signet.proxy.header=X-Forwarded-For
      signet.purge.interval=PT1H
      signet.purge.batch=1000
      signet.audit.retention=P365D
      signet.signup.roles=user
      signet.signup.verification=optional
      signet.signup.pending-retention=P7D
      signet.password.min-length=15
      signet.password.blocklist=
      signet.password.argon2.memory=19456
      signet.password.argon2.iterations=2
      signet.password.argon2.parallelism=1
      signet.password.hashing.queue=4
      signet.password.hashing.deadline=PT5S
      signet.link.pages=
      signet.link.verification-lifetime=PT24H
      signet.link.reset-lifetime=PT1H
      signet.mail.host=
      signet.mail.port=587
      signet.mail.tls=starttls
      signet.mail.user=
      signet.mail.password=
      signet.mail.from=
      signet.mail.service-name=Signet
      signet.mail.connect-timeout=PT10S
      signet.mail.timeout=PT20S
      signet.mail.folder=
      signet.mail.poll-interval=PT1S
      signet.mail.retry.first=PT10S
      signet.mail.retry.longest=PT30M
      signet.mail.give-up-after=P2D
      signet.mail.failed-retention=P30D
      signet.page.name=
      signet.page.logo=
      signet.page.colour.accent=#2f5bd7
      signet.page.colour.accent.dark=#8fb0ff
      signet.page.colour.background=#f3f5f9
      signet.page.colour.background.dark=#0f141b
      signet.page.folder=
      mp.jwt.verify.issuer=${signet.issuer}
      mp.jwt.verify.audiences=${signet.token.audience}
      mp.jwt.verify.clock.skew=300
      mp.config.cache.duration=0
      """;

  @Test
  void areThese() throws IOException {
    assertThat(lines())
        .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
        .containsExactlyElementsOf(DEFAULTS.lines().toList());
  }

  @Test
  void areEachThereOnce() {
    assertThat(Environment.shippedDefaults()).hasSameSizeAs(DEFAULTS.lines().toList());
  }

  /** Properties files are ISO 8859-1 to who reads them as a stream. */
  @Test
  void areAscii() throws IOException {
    assertThat(lines()).allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
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
