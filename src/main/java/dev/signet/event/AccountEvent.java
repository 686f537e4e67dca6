package dev.signet.event;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An account has come, was changed, or is gone. */
public sealed interface AccountEvent extends SecurityEvent {

  /** Whose. */
  UUID accountId();

  @Override
  default Optional<UUID> account() {
    return Optional.of(accountId());
  }

  /** Somebody signed up. */
  record SignedUp(UUID accountId) implements AccountEvent {

    @Override
    public String kind() {
      return "signed_up";
    }
  }

  /** Somebody has proven that the address of the account is his. */
  record EmailVerified(UUID accountId) implements AccountEvent {

    @Override
    public String kind() {
      return "email_verified";
    }
  }

  /** The account has another address. */
  record EmailChanged(UUID accountId) implements AccountEvent {

    @Override
    public String kind() {
      return "email_changed";
    }
  }

  /**
   * The account has another password, and its other sessions have ended.
   *
   * @param sessionId in which that was asked for; it goes on
   */
  record PasswordChanged(UUID accountId, String sessionId) implements AccountEvent {

    @Override
    public String kind() {
      return "password_changed";
    }

    @Override
    public Optional<String> session() {
      return Optional.of(sessionId);
    }
  }

  /** The account was given another password, and all of its sessions have ended. */
  record PasswordReset(UUID accountId) implements AccountEvent {

    @Override
    public String kind() {
      return "password_reset";
    }
  }

  /** The account may log in no more. */
  record AccountDisabled(UUID accountId) implements AccountEvent {

    @Override
    public String kind() {
      return "account_disabled";
    }
  }

  /** The account may log in again. */
  record AccountEnabled(UUID accountId) implements AccountEvent {

    @Override
    public String kind() {
      return "account_enabled";
    }
  }

  /** There is no such account any more. */
  record AccountDeleted(UUID accountId) implements AccountEvent {

    @Override
    public String kind() {
      return "account_deleted";
    }
  }

  /** The account may do something else. */
  record RolesChanged(UUID accountId, Set<String> before, Set<String> roles)
      implements AccountEvent {

    public RolesChanged {
      before = Set.copyOf(before);
      roles = Set.copyOf(roles);
    }

    @Override
    public String kind() {
      return "roles_changed";
    }

    @Override
    public Map<String, String> details() {
      return Map.of("before", words(before), "roles", words(roles));
    }

    private static String words(Set<String> roles) {
      return String.join(" ", new TreeSet<>(roles));
    }
  }
}
