package dev.signet.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** The one source of chance. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** Unguessable bytes. */
  public static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** An unguessable identifier of 128 bits in 22 characters of base64url (ASVS 11.5.1). */
  public static String identifier() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
  }

  /** A random name of a row (RFC 9562 §5.4). */
  public static UUID uuid() {
    return UUID.randomUUID();
  }

  /** The generator itself, for libraries that ask for one. */
  public static SecureRandom random() {
    return RANDOM;
  }
}
