package dev.signet.hashing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.security.enterprise.identitystore.PasswordHash;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes and checks stored password hashes: new ones are Argon2id, those of other formats are read.
 *
 * <p>A password is brought to NFC (NIST SP 800-63B-4 §3.1.1.2) and otherwise taken exactly as it
 * came (ASVS 6.2.8). Others, Django among them, hash it as it comes: where that is not NFC it is
 * compared both ways, and the rehash that follows such a login is of NFC. Arguments are Strings
 * because the JDK's normaliser copies into Strings anyway; the bytes made here are wiped.
 */
public final class PasswordHashes implements PasswordHash {

  private static final int SALT_BYTES = 16;

  /** A further format is a further {@link StoredHash} and its line here. */
  private static final List<StoredHash.Format> FORMATS =
      List.of(Argon2Hash::read, BcryptHash::read, Pbkdf2Hash::read, ScryptHash::read);

  private final Argon2Parameters parameters;
  private final SecureRandom random;

  public PasswordHashes(Argon2Parameters parameters, SecureRandom random) {
    this.parameters = parameters;
    this.random = random;
  }

  /** A new hash of the password, under a salt of its own, as a PHC string. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return withBytes(normalised(password), bytes -> Argon2Hash.of(bytes, salt, parameters).text());
  }

  /**
   * Whether this is the password behind the hash; false if the hash is not {@link #recognises
   * recognised}.
   */
  public boolean verify(String password, String stored) {
    return read(stored)
        .filter(
            hash ->
                Stream.of(normalised(password), password)
                    .distinct()
                    .anyMatch(spelling -> withBytes(spelling, hash::matches)))
        .isPresent();
  }

  /** Whether the hash can be checked at all: of a known format, well formed, and not too costly. */
  public boolean recognises(String stored) {
    return read(stored).isPresent();
  }

  /** Whether a new hash would be stronger: never for an Argon2id hash that is as strong. */
  public boolean needsRehash(String stored) {
    return read(stored).map(hash -> hash.weakerThan(parameters)).orElse(true);
  }

  /** {@link #hash} for Jakarta Security. */
  @Override
  public String generate(char[] password) {
    return hash(new String(password));
  }

  /** {@link #verify(String, String)} for Jakarta Security. */
  @Override
  public boolean verify(char[] password, String stored) {
    return verify(new String(password), stored);
  }

  private static Optional<StoredHash> read(String stored) {
    return FORMATS.stream().flatMap(format -> format.read(stored).stream()).findFirst();
  }

  private static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private static <T> T withBytes(String password, Function<byte[], T> work) {
    byte[] bytes = password.getBytes(UTF_8);
    try {
      return work.apply(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
