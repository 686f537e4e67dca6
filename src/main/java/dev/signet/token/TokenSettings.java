package dev.signet.token;

import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What tokens say and how long they are good.
 *
 * @param issuer the {@code iss} of every token others verify (RFC 7519 §4.1.1)
 * @param audience the {@code aud} of access tokens (RFC 7519 §4.1.3)
 * @param leeway how far the clocks of nodes may differ
 * @param claims further claims of access tokens, each with the account attribute it shows
 */
public record TokenSettings(
    String issuer,
    List<String> audience,
    Duration accessLifetime,
    Duration leeway,
    Map<String, String> claims) {

  /** The prefix below which claims are configured. */
  public static final String CLAIMS = "signet.token.claims";

  public TokenSettings {
    audience = List.copyOf(audience);
    claims = Map.copyOf(claims);
    claims.forEach(TokenSettings::validate);
  }

  public static TokenSettings from(Settings settings) {
    return new TokenSettings(
        settings.text("signet.issuer"),
        audience(settings),
        settings.duration("signet.token.access-lifetime", Duration.ofSeconds(1)),
        settings.duration("signet.token.leeway", Duration.ZERO),
        settings.group(CLAIMS));
  }

  /** The container takes the spaces around a comma for a part of the names. */
  private static List<String> audience(Settings settings) {
    if (settings.text("signet.token.audience").matches(".*\\s.*")) {
      throw Settings.wrong("signet.token.audience", "names with commas and no spaces between them");
    }
    return settings.list("signet.token.audience");
  }

  private static void validate(String claim, String attribute) {
    if (ReservedClaims.contains(claim)) {
      throw Settings.wrong(CLAIMS + "." + claim, "a claim that no standard reserves");
    }
    if (!AccountAttribute.isKnown(attribute)) {
      throw Settings.wrong(CLAIMS + "." + claim, "one of " + AccountAttribute.names());
    }
  }
}
