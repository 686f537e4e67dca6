package dev.signet.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret of a client, of which we keep a digest. It is no password: nobody remembers it, so it
 * is long and by chance, and a slow hash would only slow us down.
 *
 * @param digest its SHA-256, in hexadecimal digits
 */
public record ClientSecret(String digest) {

  /** In characters; of base64, 192 bits. */
  static final int SHORTEST = 32;

  private static final Pattern STORED = Pattern.compile("sha256:([0-9a-f]{64})");

  /** The secret itself; empty where it is too short to be one. */
  static Optional<ClientSecret> of(String secret) {
    return secret.length() < SHORTEST
        ? Optional.empty()
        : Optional.of(new ClientSecret(digestOf(secret)));
  }

  /** From its digest, as {@code sha256:} and 64 hexadecimal digits. */
  static Optional<ClientSecret> ofDigest(String stored) {
    return Optional.of(STORED.matcher(stored))
        .filter(Matcher::matches)
        .map(match -> new ClientSecret(match.group(1)));
  }

  /** Whether somebody knows it. */
  boolean is(String shown) {
    return MessageDigest.isEqual(
        digest.getBytes(StandardCharsets.US_ASCII),
        digestOf(shown).getBytes(StandardCharsets.US_ASCII));
  }

  private static String digestOf(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** Shows nothing of it, wherever it is printed. */
  @Override
  public String toString() {
    return "ClientSecret[]";
  }
}
