package dev.signet.event;

import dev.signet.origin.Origin;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login was refused.
 *
 * @param accountId whose it would have been; null where nobody has that name
 * @param credentials what was shown, with the password masked
 */
public record LoginFailed(
    @Nullable UUID accountId, Map<String, String> credentials, Because because, Origin origin)
    implements SecurityEvent {

  /** What stands for the password, whatever its length. */
  private static final String MASK = "*".repeat(20);

  /** Why; the client is not told. */
  public enum Because {
    /** Nobody has that name. */
    UNKNOWN_NAME,
    WRONG_PASSWORD,
    /** The password was right, and the account may not log in. */
    INACTIVE,
    /** A rule said no, or the account was changed while its password was checked. */
    NOT_ADMITTED
  }

  public LoginFailed {
    credentials = Map.copyOf(credentials);
  }

  /** Of who called himself so. */
  public static LoginFailed of(
      String username, Optional<UUID> account, Because because, Origin origin) {
    Map<String, String> credentials = Map.of("username", username, "password", MASK);
    return new LoginFailed(account.orElse(null), credentials, because, origin);
  }

  @Override
  public String kind() {
    return "login_failed";
  }

  @Override
  public Optional<UUID> account() {
    return Optional.ofNullable(accountId);
  }

  @Override
  public Outcome outcome() {
    return Outcome.FAILURE;
  }

  @Override
  public Optional<Origin> from() {
    return Optional.of(origin);
  }

  /** The name is left out: some type their password there. */
  @Override
  public Map<String, String> details() {
    return Map.of("because", because.name().toLowerCase(Locale.ROOT));
  }
}
