package dev.signet.event;

import dev.signet.origin.Origin;
import java.util.Optional;
import java.util.UUID;

/** Somebody has proven who he is, and has a session for it. A refresh is no login. */
public record LoginSucceeded(UUID accountId, String username, String sessionId, Origin origin)
    implements SecurityEvent {

  @Override
  public String kind() {
    return "login_succeeded";
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
  public Optional<Origin> from() {
    return Optional.of(origin);
  }
}
