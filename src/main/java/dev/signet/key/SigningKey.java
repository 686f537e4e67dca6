package dev.signet.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;

/**
 * A key that signs tokens: published before it signs (NEXT), signing (ACTIVE), or kept until what
 * it signed has expired (RETIRED).
 *
 * @param since when it came to its state
 * @param publicKey the public part, with its {@code kid}
 * @param sealed the whole key as a JWK, sealed under the master secret
 */
record SigningKey(State state, Instant since, RSAKey publicKey, String sealed) {

  /** What every MicroProfile JWT verifier takes (MicroProfile JWT 2.1, §9.1). */
  private static final int BITS = 2048;

  enum State {
    NEXT,
    ACTIVE,
    RETIRED
  }

  /**
   * A new key, named by its thumbprint (<a href="https://www.rfc-editor.org/rfc/rfc7638">RFC
   * 7638</a>).
   */
  static SigningKey generate(Instant now, KeyCipher cipher) {
    try {
      RSAKey key =
          new RSAKeyGenerator(BITS)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyIDFromThumbprint(true)
              .generate();
      byte[] whole = key.toJSONString().getBytes(StandardCharsets.UTF_8);
      String sealed = cipher.seal(key.getKeyID(), whole);
      return new SigningKey(State.NEXT, now, key.toPublicJWK(), sealed);
    } catch (JOSEException noRsa) {
      throw new IllegalStateException(noRsa);
    }
  }

  String kid() {
    return publicKey.getKeyID();
  }

  SigningKey promoted(Instant now) {
    return new SigningKey(State.ACTIVE, now, publicKey, sealed);
  }

  SigningKey retired(Instant now) {
    return new SigningKey(State.RETIRED, now, publicKey, sealed);
  }

  /** The same key, sealed under the secret of today. */
  SigningKey resealed(KeyCipher cipher) {
    return cipher.isCurrent(kid(), sealed)
        ? this
        : new SigningKey(state, since, publicKey, cipher.seal(kid(), cipher.open(kid(), sealed)));
  }

  /** The whole key, opened. */
  RSAKey open(KeyCipher cipher) {
    try {
      return RSAKey.parse(new String(cipher.open(kid(), sealed), StandardCharsets.UTF_8));
    } catch (ParseException damaged) {
      throw new IllegalStateException("Signing key " + kid() + " is damaged", damaged);
    }
  }
}
