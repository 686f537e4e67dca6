package dev.signet.key;

import dev.signet.database.MasterSecret;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals private keys for the database: AES-256-GCM (<a
 * href="https://csrc.nist.gov/pubs/sp/800/38/d/final">NIST SP 800-38D</a>) under a key of the
 * master secret, bound to the {@code kid}, so that no row can take another's place.
 */
final class KeyCipher {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<byte[]> keys;

  KeyCipher(MasterSecret secret) {
    keys = secret.deriveAll("key-encryption");
  }

  String seal(String kid, byte[] privateKey) {
    byte[] nonce = Secrets.bytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, kid).doFinal(privateKey);
      byte[] stored =
          ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return Base64.getEncoder().encodeToString(stored);
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }

  /**
   * Opens what was sealed under this secret or the one before.
   *
   * @throws CannotStart when neither opens it
   */
  byte[] open(String kid, String stored) {
    return keys.stream()
        .flatMap(key -> open(key, kid, stored).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new CannotStart(
                    "SIGNET_SECRET does not open the signing keys of this database: set it to the"
                        + " secret they were stored under, or give that one as"
                        + " SIGNET_SECRET_PREVIOUS."));
  }

  /** Whether the secret of today seals it, and not the one being replaced. */
  boolean isCurrent(String kid, String stored) {
    return open(keys.get(0), kid, stored).isPresent();
  }

  private static Optional<byte[]> open(byte[] key, String kid, String stored) {
    byte[] bytes = decoded(stored);
    byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, kid);
      return Optional.of(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
    } catch (AEADBadTagException | ProviderException otherKey) {
      return Optional.empty();
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }

  /** Of a damaged row, something that no key opens. */
  private static byte[] decoded(String stored) {
    try {
      byte[] bytes = Base64.getDecoder().decode(stored);
      return Arrays.copyOf(bytes, Math.max(bytes.length, NONCE_BYTES + TAG_BITS / 8));
    } catch (IllegalArgumentException damaged) {
      return new byte[NONCE_BYTES + TAG_BITS / 8];
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String kid)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
