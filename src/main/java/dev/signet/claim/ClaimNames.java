package dev.signet.claim;

import dev.signet.account.Account;
import dev.signet.platform.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

  private static final String TYPE = "signet.token.type-claim";
  private static final String ID = "signet.token.jti-claim";
  private static final String USER = "signet.token.user-id-claim";
  private static final String REFRESH_EXPIRY = "signet.sliding.refresh-exp-claim";

  /** The names that these claims have by default: any of them may be called so. */
  private static final Set<String> DEFAULTS = Set.of("token_type", "user_id", "refresh_exp");

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
    String field = settings.choice("signet.token.user-id-field", Set.of("id", "username", "email"));
    ClaimNames names =
        new ClaimNames(
            settings.text(TYPE),
            settings.text(ID),
            settings.text(USER),
            settings.text(REFRESH_EXPIRY),
            UserField.valueOf(field.toUpperCase(Locale.ROOT)));
    names.validate();
    return names;
  }

  /** All of the names. */
  public List<String> all() {
    return List.of(type, id, user, refreshExpiry);
  }

  private void validate() {
    Map<String, String> keys = new HashMap<>();
    refuseTaken(TYPE, type, keys);
    refuseTaken(ID, id, keys);
    refuseTaken(USER, user, keys);
    refuseTaken(REFRESH_EXPIRY, refreshExpiry, keys);
  }

  private void refuseTaken(String key, String name, Map<String, String> keys) {
    boolean mayBeReserved =
        DEFAULTS.contains(name)
            || (key.equals(ID) && name.equals("jti"))
            || (key.equals(USER) && name.equals("sub") && userField == UserField.ID);
    if (Place.ACCESS_TOKEN.reserves(name) && !mayBeReserved) {
      throw Settings.wrong(key, "a claim that no standard reserves");
    }
    String other = keys.putIfAbsent(name, key);
    if (other != null) {
      throw Settings.wrong(key, "another name than " + other + " has");
    }
  }
}
