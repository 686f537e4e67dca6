package dev.signet.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JWS in compact form (RFC 7515 §7.1) whose signature nobody has checked yet; it shows nothing
 * but which key would have to. Stricter than the library where that leaves room for two spellings
 * of one token.
 */
final class CompactJws {

  private static final Pattern THREE_PARTS =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private final JWSObject jws;

  private CompactJws(JWSObject jws) {
    this.jws = jws;
  }

  /**
   * Empty for what is no JWS, or has a critical header (RFC 7515 §4.1.11) or compression (RFC 8725
   * §3.6), which not every container would take.
   */
  static Optional<CompactJws> parse(String token) {
    if (!THREE_PARTS.matcher(token).matches()) {
      return Optional.empty();
    }
    try {
      JWSObject jws = JWSObject.parse(token);
      JWSHeader header = jws.getHeader();
      boolean plain = header.getCriticalParams() == null && header.getCustomParam("zip") == null;
      return plain && isCanonical(jws.getSignature())
          ? Optional.of(new CompactJws(jws))
          : Optional.empty();
    } catch (ParseException | RuntimeException malformed) {
      // The library answers a header of "null" with a NullPointerException.
      return Optional.empty();
    }
  }

  /** Whether it says that it is of a kind (RFC 8725 §3.11). */
  boolean isOf(TokenSignatures.Kind kind) {
    return Objects.equals(jws.getHeader().getType(), kind.type());
  }

  boolean isBy(JWSAlgorithm algorithm) {
    return jws.getHeader().getAlgorithm().equals(algorithm);
  }

  Optional<String> kid() {
    return Optional.ofNullable(jws.getHeader().getKeyID());
  }

  /** The claims, if the signature is good and they are a JSON object. */
  Optional<Map<String, Object>> verified(JWSVerifier verifier) {
    try {
      return jws.verify(verifier)
          ? Optional.ofNullable(jws.getPayload().toJSONObject())
          : Optional.empty();
    } catch (JOSEException unusable) {
      return Optional.empty();
    }
  }

  /**
   * The last character of a base64url text has bits that mean nothing; they must be zero (RFC 4648
   * §3.5).
   */
  private static boolean isCanonical(Base64URL signature) {
    return Base64URL.encode(signature.decode()).equals(signature);
  }
}
