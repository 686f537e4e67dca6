package dev.signet.subject;

import dev.signet.platform.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * What clients know a browser's session as: each has a name of its own for it, always the same, by
 * which no two can tell that they speak of one person.
 */
public final class ClientSessionIds {

  private final HmacSha256 key;

  ClientSessionIds(byte[] key) {
    this.key = new HmacSha256(key);
  }

  /** The {@code sid} of ID tokens and logout tokens, of 128 bits. */
  public String of(String browserSession, String clientId) {
    byte[] mac = key.of((browserSession + " " + clientId).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, 16));
  }
}
