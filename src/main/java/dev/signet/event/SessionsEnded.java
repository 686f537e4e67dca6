package dev.signet.event;

import dev.signet.revocation.EndReason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody ended all sessions of an account, or all but one. What ends them as a consequence, such
 * as another password, is the event then.
 *
 * @param kept the one that goes on; null where none does
 * @param count how many were ended
 */
public record SessionsEnded(UUID accountId, @Nullable String kept, EndReason because, int count)
    implements SecurityEvent {

  @Override
  public String kind() {
    return kept == null ? "all_sessions_ended" : "other_sessions_ended";
  }

  @Override
  public Optional<UUID> account() {
    return Optional.of(accountId);
  }

  @Override
  public Optional<String> session() {
    return Optional.ofNullable(kept);
  }

  @Override
  public Map<String, String> details() {
    return Map.of(
        "because", because.name().toLowerCase(Locale.ROOT), "count", Integer.toString(count));
  }
}
