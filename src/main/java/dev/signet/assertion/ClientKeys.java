package dev.signet.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The public keys that a client signs with: a JWK Set (RFC 7517 §5). */
public final class ClientKeys {

  private static final int SHORTEST_RSA = 2048;

  private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

  private static final List<JWSAlgorithm> RSA =
      List.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512);

  private static final List<JWSAlgorithm> EC =
      List.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

  private final List<JWK> keys;

  private ClientKeys(List<JWK> keys) {
    this.keys = keys;
  }

  /** By which algorithms a client may sign (RFC 7518 §3.1): never by none, nor by a secret. */
  public static List<String> algorithms() {
    List<String> names = new ArrayList<>();
    RSA.forEach(algorithm -> names.add(algorithm.getName()));
    EC.forEach(algorithm -> names.add(algorithm.getName()));
    return names;
  }

  /**
   * The keys of a JWK Set, as JSON or as that in base64url; empty where it is none, or has a key
   * that is private, secret, weak, or for something else than signatures.
   */
  public static Optional<ClientKeys> parse(String jwks) {
    try {
      List<JWK> keys = JWKSet.parse(json(jwks)).getKeys();
      return keys.isEmpty() || !keys.stream().allMatch(ClientKeys::isUsable)
          ? Optional.empty()
          : Optional.of(new ClientKeys(List.copyOf(keys)));
    } catch (ParseException | RuntimeException malformed) {
      return Optional.empty();
    }
  }

  private static String json(String jwks) {
    return jwks.startsWith("{")
        ? jwks
        : new String(Base64.getUrlDecoder().decode(jwks), StandardCharsets.UTF_8);
  }

  private static boolean isUsable(JWK key) {
    boolean strong =
        key instanceof RSAKey rsa
            ? rsa.size() >= SHORTEST_RSA
            : key instanceof ECKey ec && CURVES.contains(ec.getCurve());
    return strong
        && !key.isPrivate()
        && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE));
  }

  /**
   * What verifies a signature with such a header (RFC 8725 §3.1): of each key that may have made
   * it.
   */
  List<JWSVerifier> verifiers(JWSHeader header) {
    return keys.stream()
        .filter(key -> header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
        .filter(
            key -> key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm()))
        .flatMap(key -> verifier(key, header.getAlgorithm()).stream())
        .toList();
  }

  private static Optional<JWSVerifier> verifier(JWK key, JWSAlgorithm algorithm) {
    try {
      if (key instanceof RSAKey rsa && RSA.contains(algorithm)) {
        return Optional.of(new RSASSAVerifier(rsa));
      }
      if (key instanceof ECKey ec
          && EC.contains(algorithm)
          && Curve.forJWSAlgorithm(algorithm).contains(ec.getCurve())) {
        return Optional.of(new ECDSAVerifier(ec));
      }
      return Optional.empty();
    } catch (JOSEException unusable) {
      throw new IllegalStateException(unusable);
    }
  }
}
