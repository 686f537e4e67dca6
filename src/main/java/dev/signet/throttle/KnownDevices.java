package dev.signet.throttle;

import dev.signet.origin.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * From where accounts have logged in before, by what a device shows. Not by its address: who shares
 * one with the owner of an account would learn that there is such an account.
 */
final class KnownDevices {

  private final DeviceTokens tokens;

  KnownDevices(DeviceTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * By what a device is counted from which an account has logged in before; empty where it has not.
   */
  Optional<String> find(Optional<UUID> account, Origin origin, Instant now) {
    return account.flatMap(
        id -> tokens.deviceOf(id, origin.device(), now).map(device -> id + " " + device));
  }

  /** What the device of a login is to show from now on. */
  String after(UUID account, Origin origin, Instant now) {
    return tokens.after(account, origin.device(), now);
  }
}
