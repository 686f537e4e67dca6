package dev.signet.event;

import java.util.Optional;
import java.util.UUID;

/** Who is logged in was asked for the password once more, and did not know it. */
public record ReauthenticationFailed(UUID accountId) implements SecurityEvent {

  @Override
  public String kind() {
    return "reauthentication_failed";
  }

  @Override
  public Optional<UUID> account() {
    return Optional.of(accountId);
  }

  @Override
  public Outcome outcome() {
    return Outcome.FAILURE;
  }
}
