package dev.signet.throttle;

import dev.signet.database.MasterSecret;
import dev.signet.platform.HmacSha256;
import dev.signet.platform.Secrets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a device shows to prove that an account has logged in from it before (<a
 * href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">OWASP
 * device cookies</a>): a random name of the device and a time, under a MAC that binds them to the
 * account. It lets nobody in. A device that several people use has one for each of the latest.
 */
final class DeviceTokens {

  private static final int MOST = 5;
  private static final int NAME_BYTES = 16;
  private static final int MAC_BYTES = 32;
  private static final int BYTES = NAME_BYTES + Long.BYTES + MAC_BYTES;
  private static final String SEPARATOR = ".";

  private final List<HmacSha256> keys;
  private final Duration lifetime;

  DeviceTokens(MasterSecret secret, Duration lifetime) {
    this.keys = secret.deriveAll("device").stream().map(HmacSha256::new).toList();
    this.lifetime = lifetime;
  }

  /** The name of the device; empty where what it shows proves nothing for this account. */
  Optional<String> deviceOf(UUID account, String shown, Instant now) {
    return tokens(shown)
        .filter(token -> isGood(account, token, now))
        .map(token -> encoded(Arrays.copyOf(decoded(token), NAME_BYTES)))
        .findFirst();
  }

  /** What the device is to show from now on; its name stays where it has proven it. */
  String after(UUID account, String shown, Instant now) {
    byte[] name =
        deviceOf(account, shown, now).map(DeviceTokens::decoded).orElse(Secrets.bytes(NAME_BYTES));
    Stream<String> others = tokens(shown).filter(token -> !isGood(account, token, now));
    return Stream.concat(Stream.of(token(account, name, now)), others)
        .limit(MOST)
        .collect(Collectors.joining(SEPARATOR));
  }

  private String token(UUID account, byte[] name, Instant now) {
    byte[] bound = bound(account, name, now.getEpochSecond());
    return encoded(
        ByteBuffer.allocate(BYTES)
            .put(name)
            .putLong(now.getEpochSecond())
            .put(keys.get(0).of(bound))
            .array());
  }

  private boolean isGood(UUID account, String token, Instant now) {
    ByteBuffer bytes = ByteBuffer.wrap(decoded(token));
    byte[] name = new byte[NAME_BYTES];
    bytes.get(name);
    long since = bytes.getLong();
    byte[] mac = new byte[MAC_BYTES];
    bytes.get(mac);
    byte[] bound = bound(account, name, since);
    return keys.stream().anyMatch(key -> MessageDigest.isEqual(mac, key.of(bound)))
        && now.getEpochSecond() - since < lifetime.toSeconds();
  }

  private static byte[] bound(UUID account, byte[] name, long since) {
    return ByteBuffer.allocate(2 * Long.BYTES + NAME_BYTES + Long.BYTES)
        .putLong(account.getMostSignificantBits())
        .putLong(account.getLeastSignificantBits())
        .put(name)
        .putLong(since)
        .array();
  }

  /** Those that may be ours, by their length and letters. */
  private static Stream<String> tokens(String shown) {
    return Arrays.stream(shown.split("\\.", MOST + 1)).limit(MOST).filter(DeviceTokens::isOne);
  }

  private static boolean isOne(String text) {
    try {
      return decoded(text).length == BYTES;
    } catch (IllegalArgumentException foreign) {
      return false;
    }
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
