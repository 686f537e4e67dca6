package dev.signet.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.signet.key.SigningKey.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Signing keys by name; they share a few key pairs, since making one takes its time. */
final class TestKeys {

  private static final List<RSAKey> PAIRS = List.of(pair(), pair(), pair());

  private TestKeys() {}

  /** A key that a lifecycle can be told of; nothing opens it. */
  static SigningKey of(State state, String kid, Instant since) {
    return new SigningKey(state, since, named(0, kid).toPublicJWK(), "sealed");
  }

  /** What an installation has after its first start: "a" signs, "b" and "c" are ahead. */
  static List<SigningKey> complete(Instant since, KeyCipher cipher) {
    return List.of(
        sealed(State.ACTIVE, named(0, "a"), since, cipher),
        sealed(State.NEXT, named(1, "b"), since, cipher),
        sealed(State.NEXT, named(2, "c"), since, cipher));
  }

  private static SigningKey sealed(State state, RSAKey key, Instant since, KeyCipher cipher) {
    byte[] whole = key.toJSONString().getBytes(StandardCharsets.UTF_8);
    return new SigningKey(state, since, key.toPublicJWK(), cipher.seal(key.getKeyID(), whole));
  }

  private static RSAKey named(int pair, String kid) {
    return new RSAKey.Builder(PAIRS.get(pair)).keyID(kid).build();
  }

  private static RSAKey pair() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException noRsa) {
      throw new IllegalStateException(noRsa);
    }
  }
}
