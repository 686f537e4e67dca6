package dev.signet.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.signet.database.Database;
import dev.signet.platform.Environment;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Makes tokens that nobody should take: some with the server's own keys, read from its database.
 */
public final class Forger {

  /** It takes a while to make, and one is as good as another. */
  private static final RSAKey OWN_KEY = ownKey();

  private final TokenSignatures signatures;
  private final Map<String, Object> claims;
  private final String kid;
  private final RSAKey key;

  private Forger(TokenSignatures signatures, Map<String, Object> claims, String kid, RSAKey key) {
    this.signatures = signatures;
    this.claims = claims;
    this.kid = kid;
    this.key = key;
  }

  /** A forger who has seen a good token, and the server's database and secret. */
  public static Forger ofToken(String token) {
    Map<String, String> known =
        Map.of(
            "SIGNET_DB_URL", System.getProperty("it.database.url"),
            "SIGNET_SECRET", System.getenv("SIGNET_SECRET"));
    Database database = Database.open(new Environment(known::get, name -> null, new Properties()));
    SigningKeys keys = new SigningKeys(database, Clock.systemUTC());
    try {
      JWSObject jws = JWSObject.parse(token);
      return new Forger(
          new TokenSignatures(keys, database.secret()),
          jws.getPayload().toJSONObject(),
          jws.getHeader().getKeyID(),
          active(database));
    } catch (ParseException noToken) {
      throw new IllegalArgumentException(noToken);
    }
  }

  private static RSAKey active(Database database) {
    try {
      return new SigningKeyTable(database.connections())
          .read().stream()
              .filter(key -> key.state() == SigningKey.State.ACTIVE)
              .findFirst()
              .orElseThrow()
              .open(new KeyCipher(database.secret()));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The token with a claim of another value, rightly signed. */
  public String with(String claim, Object value) {
    return signatures.sign(changed(claim, value));
  }

  /** The token without a claim, rightly signed. */
  public String without(String claim) {
    return signatures.sign(lacking(claim));
  }

  /** The token as it would be, had it been issued so long before; rightly signed. */
  public String aged(Duration by) {
    Map<String, Object> changed = new HashMap<>(claims);
    changed.computeIfPresent("iat", (claim, then) -> ((Number) then).longValue() - by.toSeconds());
    changed.computeIfPresent("exp", (claim, then) -> ((Number) then).longValue() - by.toSeconds());
    return signatures.sign(changed);
  }

  /** The claims under a signature, whatever they were under. */
  public String signature() {
    return signatures.sign(claims);
  }

  /** The claims under the secret of refresh tokens. */
  public String mac() {
    return signatures.mac(claims);
  }

  /** The claims with one of another value, under the secret of refresh tokens. */
  public String macWith(String claim, Object value) {
    return signatures.mac(changed(claim, value));
  }

  /** The claims without one, under the secret of refresh tokens. */
  public String macWithout(String claim) {
    return signatures.mac(lacking(claim));
  }

  /** The claims under a secret of the forger's own. */
  public String macByOwnSecret(String algorithm) {
    try {
      return signed(
          new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).type(JOSEObjectType.JWT).build(),
          new MACSigner("a-secret-of-the-forger's-own".repeat(3)));
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** No signature at all (RFC 7515, Appendix A.5). */
  public String unsigned(String algorithm) {
    return base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + payload() + ".";
  }

  /** HS256 with the text of the public key for a secret: the classic confusion of algorithms. */
  public String macWithPublicKey(String jwks) {
    try {
      return signed(
          new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).keyID(kid).build(),
          new MACSigner(jwks));
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Signed by a key of the forger's own that goes by the name of the server's. */
  public String byOwnKey(String name) {
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(name).build(),
        signer(OWN_KEY));
  }

  /** Signed by a key of the forger's own, which the header brings along. */
  public String byOwnKeyInTheHeader() {
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(kid)
            .jwk(OWN_KEY.toPublicJWK())
            .build(),
        signer(OWN_KEY));
  }

  /** With a header that must be understood (RFC 7515 §4.1.11); rightly signed. */
  public String critical() {
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .criticalParams(Set.of("exp"))
            .customParam("exp", 1)
            .build(),
        signer(key));
  }

  /** The name of the key that signed the good token. */
  public String kid() {
    return kid;
  }

  private Map<String, Object> changed(String claim, Object value) {
    Map<String, Object> changed = new HashMap<>(claims);
    changed.put(claim, value);
    return changed;
  }

  private Map<String, Object> lacking(String claim) {
    Map<String, Object> changed = new HashMap<>(claims);
    changed.remove(claim);
    return changed;
  }

  private String signed(JWSHeader header, JWSSigner signer) {
    JWSObject jws = new JWSObject(header, new Payload(JSONObjectUtils.toJSONString(claims)));
    try {
      jws.sign(signer);
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
    return jws.serialize();
  }

  private String payload() {
    return base64(JSONObjectUtils.toJSONString(claims));
  }

  private static String base64(String text) {
    return Base64URL.encode(text).toString();
  }

  private static RSAKey ownKey() {
    try {
      return new RSAKeyGenerator(2048).generate();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static JWSSigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
