package dev.signet.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.signet.database.MasterSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies tokens. What others verify is RS256 under the key ring; what only we read is
 * HS256 under a secret that is in no JWKS, so that no container can take it for a bearer token. A
 * key takes its own algorithm only (<a
 * href="https://www.rfc-editor.org/rfc/rfc8725#section-3.1">RFC 8725 §3.1</a>).
 */
public final class TokenSignatures {

  private static final JWSHeader MAC_HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

  private final SigningKeys keys;
  private final MACSigner macSigner;
  private final List<JWSVerifier> macVerifiers;

  TokenSignatures(SigningKeys keys, MasterSecret secret) {
    this.keys = keys;
    try {
      macSigner = new MACSigner(secret.derive("refresh-mac"));
      macVerifiers =
          secret.deriveAll("refresh-mac").stream().map(TokenSignatures::macVerifier).toList();
    } catch (JOSEException shortKey) {
      throw new IllegalStateException(shortKey);
    }
  }

  /** How a token is proven. */
  public enum Proof {
    /** By a signature that everybody can check: RS256. */
    SIGNATURE,
    /** By a message authentication code that only we can check: HS256. */
    MAC
  }

  /** What a token says of itself in its header (RFC 8725 §3.11). */
  public enum Kind {
    /** What every container takes as a bearer token. */
    JWT("JWT"),
    /** An access token (RFC 9068 §2.1). */
    ACCESS("at+jwt"),
    /** A logout token (OpenID Connect Back-Channel Logout 1.0 §2.4). */
    LOGOUT("logout+jwt"),
    /** Nothing: an ID token, which so no container takes that asks for JWT. */
    PLAIN(null);

    private final @Nullable String type;

    Kind(@Nullable String type) {
      this.type = type;
    }

    @Nullable JOSEObjectType type() {
      return type == null ? null : new JOSEObjectType(type);
    }
  }

  /** A token whose proof is good. Nothing is said yet of its claims. */
  public record Proven(Proof proof, Map<String, Object> claims) {}

  /** A token for others to verify. */
  public String sign(Map<String, Object> claims) {
    return sign(Kind.JWT, claims);
  }

  /** The same of a kind. */
  public String sign(Kind kind, Map<String, Object> claims) {
    return keys.ring().sign(kind.type(), claims);
  }

  /** A token for ourselves to verify. The same claims always give the same token. */
  public String mac(Map<String, Object> claims) {
    JWSObject token = new JWSObject(MAC_HEADER, new Payload(JSONObjectUtils.toJSONString(claims)));
    try {
      token.sign(macSigner);
    } catch (JOSEException failed) {
      throw new IllegalStateException("Signing failed", failed);
    }
    return token.serialize();
  }

  /** The claims of a token that we made; empty for any other text, and for other kinds. */
  public Optional<Proven> verify(String token) {
    return CompactJws.parse(token)
        .filter(
            jws -> jws.isOf(Kind.JWT) || (jws.isOf(Kind.ACCESS) && jws.isBy(JWSAlgorithm.RS256)))
        .flatMap(this::verify);
  }

  /** The claims of a token of a kind that we signed; empty for any other text. */
  public Optional<Map<String, Object>> verify(Kind kind, String token) {
    return CompactJws.parse(token)
        .filter(jws -> jws.isOf(kind) && jws.isBy(JWSAlgorithm.RS256))
        .flatMap(this::verify)
        .map(Proven::claims);
  }

  private Optional<Proven> verify(CompactJws token) {
    if (token.isBy(JWSAlgorithm.RS256)) {
      return token
          .kid()
          .flatMap(kid -> keys.ring().verifier(kid))
          .flatMap(token::verified)
          .map(claims -> new Proven(Proof.SIGNATURE, claims));
    }
    if (token.isBy(JWSAlgorithm.HS256)) {
      return macVerifiers.stream()
          .flatMap(verifier -> token.verified(verifier).stream())
          .findFirst()
          .map(claims -> new Proven(Proof.MAC, claims));
    }
    return Optional.empty();
  }

  private static JWSVerifier macVerifier(byte[] key) {
    try {
      return new MACVerifier(key);
    } catch (JOSEException shortKey) {
      throw new IllegalStateException(shortKey);
    }
  }
}
