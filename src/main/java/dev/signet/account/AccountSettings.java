package dev.signet.account;

import dev.signet.hashing.Argon2Parameters;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What new accounts may do, what a login writes, and how much of the machine hashing may take.
 *
 * @param signupRoles the roles of a new account
 * @param verification whether who signs up must prove that the address is his
 * @param updateLastLogin whether a login writes its time to the account
 * @param checkActive whether an inactive account is refused everywhere; it never may log in
 * @param revealState whether who gives the right password hears why the account may not log in
 * @param argon2 what a new hash costs
 * @param hashingQueue how many logins may wait for each core before the next is told to come back
 * @param hashingDeadline how long one of them waits at most
 */
public record AccountSettings(
    Set<String> signupRoles,
    Verification verification,
    boolean updateLastLogin,
    boolean checkActive,
    boolean revealState,
    Argon2Parameters argon2,
    int hashingQueue,
    Duration hashingDeadline) {

  /** Whether who signs up is mailed a link to prove that the address is his. */
  public enum Verification {
    /** No: nobody is. */
    NONE,
    /** He is, and may log in before he has. */
    OPTIONAL,
    /** He is, and may log in when he has. */
    MANDATORY
  }

  public static AccountSettings from(Settings settings) {
    return new AccountSettings(
        signupRoles(settings),
        verification(settings),
        settings.flag("signet.login.update-last-login"),
        settings.flag("signet.login.check-user-is-active"),
        settings.flag("signet.login.reveal-state"),
        argon2(settings),
        settings.number("signet.password.hashing.queue", 0),
        settings.duration("signet.password.hashing.deadline", Duration.ZERO));
  }

  private static Verification verification(Settings settings) {
    String word =
        settings.choice("signet.signup.verification", Set.of("none", "optional", "mandatory"));
    return Verification.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Set<String> signupRoles(Settings settings) {
    Set<String> roles = Set.copyOf(settings.list("signet.signup.roles"));
    if (!roles.stream().allMatch(RolesColumn::isRole)) {
      throw Settings.wrong("signet.signup.roles", "names without spaces in them");
    }
    return roles;
  }

  private static Argon2Parameters argon2(Settings settings) {
    int memory = settings.number("signet.password.argon2.memory", 1);
    int iterations = settings.number("signet.password.argon2.iterations", 1);
    int parallelism = settings.number("signet.password.argon2.parallelism", 1);
    try {
      return new Argon2Parameters(memory, iterations, parallelism);
    } catch (IllegalArgumentException outOfBounds) {
      throw new CannotStart("signet.password.argon2.*: " + outOfBounds.getMessage(), outOfBounds);
    }
  }
}
