package dev.signet.account;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Set;

/** Accounts as their rows are. */
public final class TestAccounts {

  /** The hash of everybody's password. */
  public static final String HASH = "$argon2id$of-nothing";

  private static final Instant SIGNED_UP = Instant.parse("2026-01-02T03:04:05.678Z");

  private TestAccounts() {}

  /** An account that may be used. */
  public static Account jane(String... roles) {
    NewAccount asked = new NewAccount("Jane", "jane@example.org", "Jane Doe", "password");
    return new Account(asked, HASH, Set.of(roles), SIGNED_UP);
  }

  /** An account of somebody who has not said what he is called. */
  public static Account nameless() {
    NewAccount asked = new NewAccount("Kim", "kim@example.org", "", "password");
    return new Account(asked, HASH, Set.of("user"), SIGNED_UP);
  }

  /** An account that may not be used. */
  public static Account disabled() {
    return disable(jane("user"));
  }

  static Account disable(Account account) {
    set(account, "state", AccountState.DISABLED);
    return account;
  }

  static void makePending(Account account) {
    set(account, "state", AccountState.PENDING);
  }

  /** Who was given another role meanwhile. */
  public static void promote(Account account, String... roles) {
    set(account, "roles", Set.of(roles));
  }

  /** Fills a column as the persistence provider does. */
  private static void set(Account account, String column, Object value) {
    try {
      Field field = Account.class.getDeclaredField(column);
      field.setAccessible(true);
      field.set(account, value);
    } catch (ReflectiveOperationException renamed) {
      throw new IllegalStateException(renamed);
    }
  }
}
