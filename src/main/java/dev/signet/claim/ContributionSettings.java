package dev.signet.claim;

import dev.signet.platform.Settings;
import java.util.Map;
import java.util.Set;

/**
 * What is added by configuration alone, each name with the account attribute that it shows.
 *
 * @param claims of access tokens
 * @param members of the answers to logins
 * @param renamed the claims that Signet sets under names of the operator's choice
 */
public record ContributionSettings(
    Map<String, String> claims, Map<String, String> members, Set<String> renamed) {

  /** The prefixes below which they are configured. */
  public static final Set<String> GROUPS =
      Set.of(Place.ACCESS_TOKEN.group(), Place.LOGIN_ANSWER.group());

  public ContributionSettings {
    claims = Map.copyOf(claims);
    members = Map.copyOf(members);
    renamed = Set.copyOf(renamed);
    validate(Place.ACCESS_TOKEN, claims, renamed);
    validate(Place.LOGIN_ANSWER, members, Set.of());
  }

  public static ContributionSettings from(Settings settings) {
    return new ContributionSettings(
        settings.group(Place.ACCESS_TOKEN.group()),
        settings.group(Place.LOGIN_ANSWER.group()),
        Set.copyOf(ClaimNames.from(settings).all()));
  }

  private static void validate(Place place, Map<String, String> added, Set<String> renamed) {
    added.forEach(
        (name, attribute) -> {
          String key = place.group() + "." + name;
          if (place.reserves(name) || renamed.contains(name)) {
            throw Settings.wrong(key, "a " + place.word() + " that is not reserved");
          }
          if (!ConfiguredAttributes.Attribute.isKnown(attribute)) {
            throw Settings.wrong(key, "one of " + ConfiguredAttributes.Attribute.names());
          }
        });
  }
}
