package dev.signet.event;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts were taken over from elsewhere.
 *
 * @param added how many
 * @param skipped how many were not, because there was something wrong with them
 */
public record AccountsImported(long added, long skipped) implements SecurityEvent {

  @Override
  public String kind() {
    return "accounts_imported";
  }

  @Override
  public Optional<UUID> account() {
    return Optional.empty();
  }

  @Override
  public Map<String, String> details() {
    return Map.of("added", Long.toString(added), "skipped", Long.toString(skipped));
  }
}
