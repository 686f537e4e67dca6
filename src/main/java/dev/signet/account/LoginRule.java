package dev.signet.account;

/**
 * Says who may log in and refresh, beyond the right password. Any CDI bean that implements this is
 * asked at each login, at each refresh, and before a client is given a code or a session; one no is
 * enough.
 */
public interface LoginRule {

  /** Whether this account may log in, or go on with a session it has. */
  boolean allows(Account account);
}
