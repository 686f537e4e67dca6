package dev.signet.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeysTest {

  /** A good point of a curve that no algorithm of ours is for (RFC 8812 §3.1). */
  private static final String OF_BITCOIN =
      "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"secp256k1\","
          + "\"x\":\"eb5mfvncu6xVoGKVzocLBwKb_NstzijZWfKBWxb4F5g\","
          + "\"y\":\"SDradyajxGVdpPv8DhEIqP0XtEimhVQZnEfQj_sQ1Lg\"}]}";

  /** The key of RFC 7517, Appendix A.1, with another last digit: a point of no group of ours. */
  private static final String OFF_THE_CURVE =
      "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\","
          + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
          + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyI\"}]}";

  @Test
  void areAJwkSetInEitherForm() {
    assertThat(ClientKeys.parse(json(Assertion.RSA, Assertion.EC))).isPresent();
    assertThat(ClientKeys.parse(Assertion.jwks())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{}", "null", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"RSA\"}]}"})
  void areNothingElse(String text) {
    assertThat(ClientKeys.parse(text)).isEmpty();
  }

  /** T-3, T-4. */
  @Test
  void arePublicStrongAndForSignatures() throws JOSEException {
    RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
    OctetSequenceKey secret = new OctetSequenceKeyGenerator(256).generate();
    RSAKey forEncryption = new RSAKey.Builder(Assertion.RSA).keyUse(KeyUse.ENCRYPTION).build();

    assertThat(ClientKeys.parse(new JWKSet(Assertion.RSA).toString(false))).isEmpty();
    assertThat(ClientKeys.parse(new JWKSet(secret).toString(false))).isEmpty();
    assertThat(ClientKeys.parse(json(weak))).isEmpty();
    assertThat(ClientKeys.parse(json(forEncryption))).isEmpty();
    assertThat(ClientKeys.parse(OF_BITCOIN)).isEmpty();
    assertThat(ClientKeys.parse(OFF_THE_CURVE)).isEmpty();
    assertThat(ClientKeys.parse(json(Assertion.RSA, weak))).isEmpty();
  }

  @Test
  void verifyByTheirOwnAlgorithmOnly() {
    JWK pinned = new RSAKey.Builder(Assertion.RSA).algorithm(JWSAlgorithm.PS256).build();
    ClientKeys keys = ClientKeys.parse(json(pinned, Assertion.EC)).orElseThrow();

    assertThat(keys.verifiers(header(JWSAlgorithm.PS256, "rsa"))).hasSize(1);
    assertThat(keys.verifiers(header(JWSAlgorithm.RS256, "rsa"))).isEmpty();
    assertThat(keys.verifiers(header(JWSAlgorithm.ES256, "rsa"))).isEmpty();
    assertThat(keys.verifiers(header(JWSAlgorithm.ES256, "ec"))).hasSize(1);
    assertThat(keys.verifiers(header(JWSAlgorithm.ES384, "ec"))).isEmpty();
    assertThat(keys.verifiers(header(JWSAlgorithm.HS256, "ec"))).isEmpty();
    assertThat(keys.verifiers(header(JWSAlgorithm.ES256, "../ec"))).isEmpty();
  }

  @Test
  void areAllTriedForAHeaderThatNamesNone() {
    ClientKeys keys =
        ClientKeys.parse(json(Assertion.rsa("one"), Assertion.rsa("two"))).orElseThrow();

    assertThat(keys.verifiers(new JWSHeader(JWSAlgorithm.RS256))).hasSize(2);
  }

  private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
    return new JWSHeader.Builder(algorithm).keyID(kid).build();
  }

  private static String json(JWK... keys) {
    return new JWKSet(java.util.List.of(keys)).toString(true);
  }
}
