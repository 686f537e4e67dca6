package dev.signet.claim;

import dev.signet.platform.Settings;
import java.util.Map;

/**
 * The claims that are added by configuration alone.
 *
 * @param claims each with the account attribute that it shows
 */
public record ClaimSettings(Map<String, String> claims) {

  /** The prefix below which they are configured. */
  public static final String CLAIMS = "signet.token.claims";

  public ClaimSettings {
    claims = Map.copyOf(claims);
    claims.forEach(ClaimSettings::validate);
  }

  public static ClaimSettings from(Settings settings) {
    return new ClaimSettings(settings.group(CLAIMS));
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
