package dev.signet.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All signing keys at one moment. It never changes; a rotation makes another. */
final class KeyRing {

  private final String kid;
  private final RSASSASigner signer;
  private final Map<String, JWSVerifier> verifiers = new HashMap<>();
  private final String jwks;

  KeyRing(List<SigningKey> keys, KeyCipher cipher) {
    SigningKey active = KeyLifecycle.signer(keys);
    kid = active.kid();
    try {
      signer = signer(active.open(cipher));
      for (SigningKey key : keys) {
        verifiers.put(key.kid(), verifier(key.publicKey()));
      }
    } catch (JOSEException unusable) {
      throw new IllegalStateException("A signing key is not usable", unusable);
    }
    jwks = new JWKSet(keys.stream().<JWK>map(SigningKey::publicKey).toList()).toString();
  }

  /** The JSON Web Key Set of all keys, without any private part (RFC 7517 §5). */
  String jwks() {
    return jwks;
  }

  /** The {@code kid} of the key that signs. */
  String signer() {
    return kid;
  }

  /** A JWS in compact form (RFC 7515 §7.1). */
  String sign(@Nullable JOSEObjectType type, Map<String, Object> claims) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(kid).build();
    JWSObject token = new JWSObject(header, new Payload(JSONObjectUtils.toJSONString(claims)));
    try {
      token.sign(signer);
    } catch (JOSEException failed) {
      throw new IllegalStateException("Signing failed", failed);
    }
    return token.serialize();
  }

  /** The verifier of the key that a token names; empty for a key that is not on the ring. */
  Optional<JWSVerifier> verifier(String kid) {
    return Optional.ofNullable(verifiers.get(kid));
  }

  private static RSASSASigner signer(RSAKey key) throws JOSEException {
    RSASSASigner signer = new RSASSASigner(key);
    CryptoProvider.fastest().ifPresent(signer.getJCAContext()::setProvider);
    return signer;
  }

  private static JWSVerifier verifier(RSAKey key) throws JOSEException {
    RSASSAVerifier verifier = new RSASSAVerifier(key);
    CryptoProvider.fastest().ifPresent(verifier.getJCAContext()::setProvider);
    return verifier;
  }
}
