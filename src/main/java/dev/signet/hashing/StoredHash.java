package dev.signet.hashing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;

/** A stored hash that was read whole and is affordable to check. */
interface StoredHash {

  /** Whether these UTF-8 bytes are the password behind this hash. */
  boolean matches(byte[] password);

  /** Whether a new Argon2id hash would be stronger; so it is for every other scheme. */
  default boolean weakerThan(Argon2Parameters current) {
    return true;
  }

  /** Compares as texts, as Django does, so that a hash has one spelling; takes constant time. */
  static boolean same(String computed, String stored) {
    return MessageDigest.isEqual(computed.getBytes(UTF_8), stored.getBytes(UTF_8));
  }

  /** One way to write a hash down. */
  @FunctionalInterface
  interface Format {

    /**
     * The hash, or empty if this is another format, malformed, or past the {@link CostCeilings}.
     */
    Optional<StoredHash> read(String stored);
  }
}
