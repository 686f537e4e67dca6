package dev.signet.event;

import dev.signet.revocation.EndReason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One session was ended: by a logout, or because there were too many. */
public record SessionEnded(String sessionId, UUID accountId, EndReason because)
    implements SecurityEvent {

  @Override
  public String kind() {
    return because == EndReason.LOGOUT ? "logout" : "session_revoked";
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
  public Map<String, String> details() {
    return Map.of("because", because.name().toLowerCase(Locale.ROOT));
  }
}
