package dev.signet.provisioning;

import dev.signet.account.Account;
import dev.signet.account.IdentifierKey;
import dev.signet.hashing.PasswordHashes;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An account as it comes from elsewhere. What is wrong with its line is with the {@link LineCheck}.
 *
 * @param passwordHash of a format that can be checked, or {@link #UNUSABLE}
 */
record ImportedAccount(
    long line,
    String username,
    String email,
    String name,
    String passwordHash,
    Set<String> roles,
    boolean active,
    Instant joinedAt) {

  /** What no password opens: who has it has to ask for a new one. */
  static final String UNUSABLE = "!";

  private static final int LONGEST_HASH = 512;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** The account of a line, by the rules of a sign-up. */
  static ImportedAccount of(LineCheck line, PasswordHashes hashes, Set<String> roles, Instant now) {
    String email = line.required(Column.EMAIL, IdentifierKey.LONGEST_EMAIL);
    if (!IdentifierKey.isEmail(email)) {
      line.refuse(Column.EMAIL, "email_invalid");
    }
    refuseUnlessItFits(line, Column.EMAIL, email);
    return new ImportedAccount(
        line.number(),
        username(line, email),
        email,
        name(line),
        passwordHash(line, hashes),
        roles(line, roles),
        line.flag(Column.IS_ACTIVE, true),
        line.date(Column.DATE_JOINED, now));
  }

  /** Many of Django's users have their address for a name; that is nobody else's then. */
  private static String username(LineCheck line, String email) {
    String username = line.required(Column.USERNAME, IdentifierKey.LONGEST_USERNAME);
    boolean isEmail = IdentifierKey.of(username).equals(IdentifierKey.of(email));
    if (!isEmail && !IdentifierKey.isUsername(username)) {
      line.refuse(Column.USERNAME, "username_characters");
    }
    refuseUnlessItFits(line, Column.USERNAME, username);
    return username;
  }

  private static void refuseUnlessItFits(LineCheck line, Column column, String value) {
    if (!IdentifierKey.fits(value)) {
      line.refuse(column, "field_too_long", value.length() / 2);
    }
  }

  private static String name(LineCheck line) {
    String name = line.optional(Column.NAME, IdentifierKey.LONGEST_NAME);
    if (CONTROL.matcher(name).find()) {
      line.refuse(Column.NAME, "field_not_text");
    }
    return name;
  }

  /** Django's make_password(None) gives an exclamation mark and chance behind it. */
  private static String passwordHash(LineCheck line, PasswordHashes hashes) {
    String hash = line.required(Column.PASSWORD_HASH, LONGEST_HASH);
    if (hash.startsWith(UNUSABLE)) {
      return UNUSABLE;
    }
    if (!hashes.recognises(hash)) {
      line.refuse(Column.PASSWORD_HASH, "import_hash");
    }
    return hash;
  }

  private static Set<String> roles(LineCheck line, Set<String> roles) {
    Set<String> granted = new TreeSet<>(roles);
    if (line.flag(Column.IS_STAFF, false)) {
      granted.add(Account.ADMIN);
    }
    return granted;
  }
}
