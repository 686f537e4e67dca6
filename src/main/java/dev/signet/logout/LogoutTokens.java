package dev.signet.logout;

import dev.signet.client.RegisteredClient;
import dev.signet.idtoken.IdTokens;
import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Kind;
import dev.signet.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Mints logout tokens (<a
 * href="https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken">OpenID Connect
 * Back-Channel Logout 1.0 §2.4</a>).
 */
@ApplicationScoped
class LogoutTokens {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  /** §2.4: preferably two minutes at most. */
  private static final Duration LIFETIME = Duration.ofMinutes(2);

  @Inject TokenSignatures signatures;
  @Inject IdTokens idTokens;
  @Inject Settings settings;
  @Inject Clock clock;

  private String issuer;

  @PostConstruct
  void start() {
    issuer = settings.text("signet.issuer");
  }

  /** The token of an attempt: a client refuses one that has waited. */
  String mint(LogoutNotice notice, RegisteredClient client) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", idTokens.subject(notice.accountId(), client));
    claims.put("aud", client.id());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put("jti", notice.id());
    claims.put("events", Map.of(EVENT, Map.of()));
    claims.put("sid", idTokens.sid(notice.sessionId(), client.id()));
    return signatures.sign(Kind.LOGOUT, claims);
  }
}
