package dev.signet.account;

/** What keeps an account from logging in, if anything does. */
enum AccountState {
  /** Its address is still to be proven: it may not log in yet. */
  PENDING,
  ACTIVE,
  /** It may not log in, whatever it proves. */
  DISABLED,
  /** The same, and its address is still to be proven. */
  DISABLED_PENDING;

  /** The state of who may log in no more. */
  AccountState disabled() {
    return this == PENDING || this == DISABLED_PENDING ? DISABLED_PENDING : DISABLED;
  }

  /** The state of who may log in again, or has to prove his address first as before. */
  AccountState enabled() {
    return switch (this) {
      case DISABLED, ACTIVE -> ACTIVE;
      case DISABLED_PENDING, PENDING -> PENDING;
    };
  }

  boolean isDisabled() {
    return this == DISABLED || this == DISABLED_PENDING;
  }
}
