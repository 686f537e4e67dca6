package dev.signet.token;

import dev.signet.claim.ClaimNames;
import dev.signet.cookie.CookieSettings;
import dev.signet.key.TokenSignatures.Kind;
import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What tokens say and how long they are good.
 *
 * @param issuer the {@code iss} of every token others verify (RFC 7519 §4.1.1)
 * @param audience the {@code aud} of every token others verify (RFC 7519 §4.1.3)
 * @param leeway how far the clocks of nodes may differ
 * @param bearerTypes which types of token are good as bearer tokens
 * @param browsersRenewable whether an access token that a browser keeps is all it has, and says
 *     which generation of its session it is of
 * @param clientAccess what the access tokens of other applications say that they are
 */
public record TokenSettings(
    String issuer,
    List<String> audience,
    Duration accessLifetime,
    Duration slidingLifetime,
    Duration leeway,
    List<String> bearerTypes,
    boolean browsersRenewable,
    Kind clientAccess,
    ClaimNames names) {

  /** What the container is told, in mp.jwt.verify.clock.skew: its check comes second. */
  private static final Duration CONTAINER_LEEWAY = Duration.ofMinutes(5);

  private static final Duration SECOND = Duration.ofSeconds(1);

  public TokenSettings {
    audience = List.copyOf(audience);
    bearerTypes = List.copyOf(bearerTypes);
  }

  public static TokenSettings from(Settings settings) {
    return new TokenSettings(
        issuer(settings),
        audience(settings),
        settings.duration("signet.token.access-lifetime", SECOND),
        settings.duration("signet.sliding.lifetime", SECOND),
        leeway(settings),
        bearerTypes(settings),
        CookieSettings.from(settings).renewedByServer(),
        clientAccess(settings),
        ClaimNames.from(settings));
  }

  private static Kind clientAccess(Settings settings) {
    String type = settings.choice("signet.oidc.access-token-type", Set.of("JWT", "at+jwt"));
    return type.equals("JWT") ? Kind.JWT : Kind.ACCESS;
  }

  private static Duration leeway(Settings settings) {
    Duration leeway = settings.duration("signet.token.leeway", Duration.ZERO);
    if (leeway.compareTo(CONTAINER_LEEWAY) > 0) {
      throw Settings.wrong("signet.token.leeway", "a duration of at most " + CONTAINER_LEEWAY);
    }
    return leeway;
  }

  /**
   * OpenID Connect Discovery 1.0 §3: an address without query or fragment; ours has no slash at the
   * end.
   */
  private static String issuer(Settings settings) {
    String issuer = settings.text("signet.issuer");
    if (!issuer.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?") || issuer.endsWith("/")) {
      throw Settings.wrong("signet.issuer", "an http(s) address without a slash at its end");
    }
    return issuer;
  }

  /** The container takes the spaces around a comma for a part of the names. */
  private static List<String> audience(Settings settings) {
    if (settings.text("signet.token.audience").matches("(?s).*\\s.*")) {
      throw Settings.wrong("signet.token.audience", "names with commas and no spaces between them");
    }
    return settings.list("signet.token.audience");
  }

  /** A refresh token is good for nothing but a refresh, whatever is asked for. */
  private static List<String> bearerTypes(Settings settings) {
    List<String> types = settings.list("signet.bearer.token-types").stream().distinct().toList();
    if (!List.of("access", "sliding").containsAll(types)) {
      throw Settings.wrong("signet.bearer.token-types", "access, sliding, or both");
    }
    return types;
  }
}
