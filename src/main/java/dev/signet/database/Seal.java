package dev.signet.database;

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
 * Seals what the database must not show: AES-256-GCM (<a
 * href="https://csrc.nist.gov/pubs/sp/800/38/d/final">NIST SP 800-38D</a>) under a key of the
 * master secret, bound to the name of its row, so that no row can take another's place.
 */
public final class Seal {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<byte[]> keys;

  /**
   * A seal of one use.
   *
   * @param use what is sealed, as {@link MasterSecret#derive} takes it; no other use's seal opens
   *     it
   */
  public Seal(MasterSecret secret, String use) {
    keys = secret.deriveAll(use);
  }

  /** Seals something under the secret of today. Returns it in Base64. */
  public String close(String row, byte[] content) {
    byte[] nonce = Secrets.bytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, row).doFinal(content);
      byte[] stored =
          ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return Base64.getEncoder().encodeToString(stored);
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }

  /** Opens what was sealed under this secret or the one before; empty when neither opens it. */
  public Optional<byte[]> open(String row, String stored) {
    return keys.stream().flatMap(key -> open(key, row, stored).stream()).findFirst();
  }

  /** Whether the secret of today seals it, and not the one being replaced. */
  public boolean isCurrent(String row, String stored) {
    return open(keys.get(0), row, stored).isPresent();
  }

  private static Optional<byte[]> open(byte[] key, String row, String stored) {
    byte[] bytes = decoded(stored);
    byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, row);
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

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String row)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
