package dev.signet.audit;

import dev.signet.input.Origin;
import java.util.Map;

/**
 * A login was refused: the name is unknown, the password is wrong, or the account may not log in.
 *
 * @param credentials what was shown, with the password masked
 */
public record LoginFailed(Map<String, String> credentials, Origin origin) implements SecurityEvent {

  /** What stands for the password, whatever its length. */
  private static final String MASK = "*".repeat(20);

  public LoginFailed {
    credentials = Map.copyOf(credentials);
  }

  /** Of who called himself so. */
  public static LoginFailed of(String username, Origin origin) {
    return new LoginFailed(Map.of("username", username, "password", MASK), origin);
  }
}
