package dev.signet.throttle;

import dev.signet.address.ClientAddress;
import dev.signet.origin.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** From where accounts have logged in before: by what a device shows, else by its address. */
final class KnownDevices {

  /** Whose an identifier is that nobody has: the same work is done for it. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final DataSource database;
  private final DeviceTokens tokens;

  KnownDevices(DataSource database, DeviceTokens tokens) {
    this.database = database;
    this.tokens = tokens;
  }

  /**
   * By what a device is counted from which an account has logged in before; empty where it has not.
   */
  Optional<String> find(Optional<UUID> account, Origin origin, Instant now) {
    UUID id = account.orElse(NOBODY);
    return byToken(id, origin, now)
        .or(() -> isKnownAddress(id, origin) ? Optional.of(origin.network()) : Optional.empty())
        .filter(device -> account.isPresent())
        .map(device -> id + " " + device);
  }

  /** Whether the device shows that an account has logged in from it. */
  boolean isShown(Optional<UUID> account, Origin origin, Instant now) {
    return account.flatMap(id -> byToken(id, origin, now)).isPresent();
  }

  /** What the device of a login is to show from now on. */
  String after(UUID account, Origin origin, Instant now) {
    return tokens.after(account, origin.device(), now);
  }

  private Optional<String> byToken(UUID account, Origin origin, Instant now) {
    return tokens.deviceOf(account, origin.device(), now);
  }

  /** Sessions are above, but their rows say from where they were opened. */
  private boolean isKnownAddress(UUID account, Origin origin) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select distinct ip from session where account_id = ?")) {
      select.setObject(1, account);
      try (ResultSet addresses = select.executeQuery()) {
        boolean known = false;
        while (addresses.next()) {
          known |= ClientAddress.network(addresses.getString(1)).equals(origin.network());
        }
        return known;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
