package dev.signet.event;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Another key signs tokens from now on.
 *
 * @param kid its name, as it is in the JWKS
 */
public record KeyRotated(String kid) implements SecurityEvent {

  @Override
  public String kind() {
    return "key_rotated";
  }

  @Override
  public Optional<UUID> account() {
    return Optional.empty();
  }

  @Override
  public Map<String, String> details() {
    return Map.of("kid", kid);
  }
}
