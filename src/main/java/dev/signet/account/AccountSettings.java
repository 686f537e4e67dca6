package dev.signet.account;

import dev.signet.hashing.Argon2Parameters;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.Set;

/**
 * What new accounts may do, what a login writes, and how much of the machine hashing may take.
 *
 * @param signupRoles the roles of a new account
 * @param updateLastLogin whether a login writes its time to the account
 * @param checkActive whether an inactive account is refused everywhere; it never may log in
 * @param argon2 what a new hash costs
 * @param hashingQueue how many logins may wait for each core before the next is told to come back
 * @param hashingDeadline how long one of them waits at most
 */
public record AccountSettings(
    Set<String> signupRoles,
    boolean updateLastLogin,
    boolean checkActive,
    Argon2Parameters argon2,
    int hashingQueue,
    Duration hashingDeadline) {

  public static AccountSettings from(Settings settings) {
    return new AccountSettings(
        signupRoles(settings),
        settings.flag("signet.login.update-last-login"),
        settings.flag("signet.login.check-user-is-active"),
        argon2(settings),
        settings.number("signet.password.hashing.queue", 0),
        settings.duration("signet.password.hashing.deadline", Duration.ZERO));
  }

  private static Set<String> signupRoles(Settings settings) {
    Set<String> roles = Set.copyOf(settings.list("signet.signup.roles"));
    if (!roles.stream().allMatch(Account::isRole)) {
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
