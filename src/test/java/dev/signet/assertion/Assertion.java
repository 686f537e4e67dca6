package dev.signet.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a client signs to show who it is, and with what. */
public final class Assertion {

  static final RSAKey RSA = rsa("rsa");
  static final ECKey EC = ec();
  static final RSAKey STRANGERS = rsa("rsa");

  private final JWTClaimsSet.Builder claims;
  private JWK key = RSA;
  private JWSAlgorithm algorithm = JWSAlgorithm.RS256;
  private @Nullable JOSEObjectType type = JOSEObjectType.JWT;

  private Assertion(JWTClaimsSet.Builder claims) {
    this.claims = claims;
  }

  /** A good one. */
  public static Assertion of(String client, String audience, Instant now) {
    return new Assertion(
        new JWTClaimsSet.Builder()
            .issuer(client)
            .subject(client)
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .jwtID(UUID.randomUUID().toString()));
  }

  /** The public keys that the client is registered with, in base64url. */
  public static String jwks() {
    String json = new JWKSet(List.of(RSA, EC)).toString(true);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** With something else in it. */
  public Assertion with(Consumer<JWTClaimsSet.Builder> change) {
    change.accept(claims);
    return this;
  }

  Assertion by(JWK signer, JWSAlgorithm by) {
    key = signer;
    algorithm = by;
    return this;
  }

  Assertion typed(@Nullable String name) {
    type = name == null ? null : new JOSEObjectType(name);
    return this;
  }

  /** As a client sends it. */
  public String signed() {
    JWSHeader.Builder header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
    SignedJWT jwt = new SignedJWT(header.type(type).build(), claims.build());
    try {
      jwt.sign(signer());
      return jwt.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private JWSSigner signer() throws JOSEException {
    return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
  }

  static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static ECKey ec() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
