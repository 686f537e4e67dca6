package dev.signet.platform;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only who has a key can make of something (<a
 * href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>).
 */
public final class HmacSha256 {

  private static final String NAME = "HmacSHA256";

  private final SecretKeySpec key;

  public HmacSha256(byte[] key) {
    this.key = new SecretKeySpec(key, NAME);
  }

  /** The code of 32 bytes. */
  public byte[] of(byte[] content) {
    try {
      Mac mac = Mac.getInstance(NAME);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }
}
