package dev.signet.account;

/**
 * What somebody asks for at sign-up.
 *
 * @param name may be empty
 * @param password as it was typed
 */
public record NewAccount(String username, String email, String name, String password) {

  /** Shows no password, wherever it is printed. */
  @Override
  public String toString() {
    return "NewAccount[" + username + "]";
  }
}
