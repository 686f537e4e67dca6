package dev.signet.account;

/**
 * What somebody asks for at sign-up.
 *
 * @param name may be empty
 * @param password as it was typed
 */
public record NewAccount(String username, String email, String name, String password) {

  /** The longest password that is taken, in characters. */
  public static final int LONGEST_PASSWORD = 256;

  /** Shows no password, wherever it is printed. */
  @Override
  public String toString() {
    return "NewAccount[" + username + "]";
  }
}
