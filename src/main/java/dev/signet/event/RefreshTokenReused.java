package dev.signet.event;

import java.util.Optional;
import java.util.UUID;

/** A refresh token was used a second time, and its session was ended for it. */
public record RefreshTokenReused(String sessionId, UUID accountId) implements SecurityEvent {

  @Override
  public String kind() {
    return "refresh_token_reused";
  }

  @Override
  public Optional<UUID> account() {
    return Optional.of(accountId);
  }

  @Override
  public Optional<String> session() {
    return Optional.of(sessionId);
  }

  @Override
  public Outcome outcome() {
    return Outcome.FAILURE;
  }
}
