package dev.signet.claim;

import dev.signet.account.Account;
import dev.signet.platform.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The claims whose names are the operator's choice, as they are in Simple JWT.
 *
 * @param type says what a token is good for
 * @param id no two tokens have it in common
 * @param user says whose the token is, for clients; Signet itself goes by {@code sub}
 * @param refreshExpiry says until when a sliding token can be refreshed
 * @param userField what of the account stands in the user claim
 */
public record ClaimNames(
    String type, String id, String user, String refreshExpiry, UserField userField) {

  private static final String SUBJECT = "sub";

  /** What else every token of ours holds, each with a meaning of its own. */
  private static final Set<String> TAKEN =
      Set.of(
          "iss", "aud", "exp", "nbf", "iat", "upn", "groups", "sid", "gen", "auth_time", "scope");

  /** What of an account tells clients whose a token is. */
  public enum UserField {
    /** Never given to another. */
    ID,
    /** May be given to another once its account is gone. */
    USERNAME,
    /** May be given to another once its account is gone. */
    EMAIL;

    /** The field of an account. */
    public String of(Account account) {
      return switch (this) {
        case ID -> account.id().toString();
        case USERNAME -> account.username();
        case EMAIL -> account.email();
      };
    }
  }

  public static ClaimNames from(Settings settings) {
    ClaimNames names =
        new ClaimNames(
            name(settings, "signet.token.type-claim"),
            name(settings, "signet.token.jti-claim"),
            name(settings, "signet.token.user-id-claim"),
            name(settings, "signet.sliding.refresh-exp-claim"),
            UserField.valueOf(
                settings
                    .choice("signet.token.user-id-field", Set.of("id", "username", "email"))
                    .toUpperCase(Locale.ROOT)));
    names.refuseAmbiguous();
    return names;
  }

  /** All of the names. */
  public List<String> all() {
    return List.of(type, id, user, refreshExpiry);
  }

  private static String name(Settings settings, String key) {
    String name = settings.text(key);
    if (TAKEN.contains(name)) {
      throw Settings.wrong(key, "a name other than " + new TreeSet<>(TAKEN));
    }
    return name;
  }

  private void refuseAmbiguous() {
    if (Set.copyOf(all()).size() < all().size()) {
      throw Settings.wrong("signet.token.*-claim", "a name of its own for each claim");
    }
    boolean subjectIsId = user.equals(SUBJECT) && userField == UserField.ID;
    if (all().contains(SUBJECT) && !subjectIsId) {
      throw Settings.wrong("signet.token.*-claim", "sub for nothing but the account's id");
    }
  }
}
