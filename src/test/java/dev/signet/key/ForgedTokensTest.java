package dev.signet.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.signet.database.TestSecrets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8725: what somebody who holds our public keys, or our tokens, may try. */
class ForgedTokensTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final String CLAIMS = "{\"sub\":\"x\"}";
  private static final String HEADER = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"a\"}";

  private static final TestInstallation INSTALLATION = TestInstallation.inMemory("forged");
  private static final String JWKS = INSTALLATION.node(TestInstallation.START).jwks();
  private static final List<RSAKey> KEYS = INSTALLATION.opened();
  private static final byte[] MAC_KEY = TestSecrets.of("s").derive("refresh-mac");

  private static final TokenSignatures SIGNATURES = INSTALLATION.signatures("s");
  private final String signed = SIGNATURES.sign(Map.of("sub", "x"));
  private final String mac = SIGNATURES.mac(Map.of("sub", "x"));

  /** So that the forgeries below fail for what they say, and not for how they are made. */
  @Test
  void areNotThoseWhoseHeaderIsPlain() throws Exception {
    assertThat(SIGNATURES.verify(signedByUs(HEADER, CLAIMS))).isPresent();
    assertThat(SIGNATURES.verify(macByUs("{\"typ\":\"JWT\",\"alg\":\"HS256\"}", CLAIMS)))
        .isPresent();
  }

  /** RFC 9068 §2.1: a client's access token may say so, and nothing that we alone verify. */
  @Test
  void mayBeAccessTokensOfClientsWhereTheyAreSigned() throws Exception {
    assertThat(
            SIGNATURES.verify(
                signedByUs("{\"typ\":\"at+jwt\",\"alg\":\"RS256\",\"kid\":\"a\"}", CLAIMS)))
        .isPresent();
    assertNoGood(macByUs("{\"typ\":\"at+jwt\",\"alg\":\"HS256\"}", CLAIMS));
  }

  /** RFC 8725 §3.11: an ID token has none, so that it is no access token anywhere. */
  @ParameterizedTest
  @ValueSource(strings = {"\"typ\":\"logout+jwt\",", "\"typ\":\"\",", "\"typ\":null,", ""})
  void areOfAnotherType(String type) throws Exception {
    assertNoGood(
        signedByUs("{" + type + "\"alg\":\"RS256\",\"kid\":\"a\"}", CLAIMS),
        macByUs("{" + type + "\"alg\":\"HS256\"}", CLAIMS));
  }

  /** RFC 8725 §3.1, §3.2. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NonE", "NONE", "", "RS255", "rs256", "hs256"})
  void nameNoAlgorithmOrOneThatIsNone(String algorithm) throws Exception {
    String header = "{\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\",\"kid\":\"a\"}";
    String unsigned = encoded(header) + "." + encoded(CLAIMS) + ".";
    String signature = signed.substring(signed.lastIndexOf('.') + 1);
    assertNoGood(unsigned, unsigned + signature, unsigned + "AA");
    assertNoGood(signedByUs(header, CLAIMS), macByUs(header, CLAIMS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256", "ES256", "HS384", "HS512", "EdDSA", "dir"})
  void nameAnAlgorithmThatIsNotTheKeys(String algorithm) throws Exception {
    String header = "{\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\",\"kid\":\"a\"}";
    assertNoGood(signedByUs(header, CLAIMS), macByUs(header, CLAIMS));
  }

  /** Signed by our own key, and well: it is good for RS256 only. */
  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void areSignedByAnotherAlgorithmOfTheSameKey(String algorithm) throws Exception {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
            .type(JOSEObjectType.JWT)
            .keyID("a")
            .build();
    JWSObject token = new JWSObject(header, new Payload(CLAIMS));
    token.sign(new RSASSASigner(KEYS.get(0)));
    assertNoGood(token.serialize());
  }

  /** RFC 8725 §2.1: the public key's bytes taken for the key of a MAC. */
  @Test
  void takeThePublicKeyForASecret() throws Exception {
    RSAKey key = publicKey();
    String header = "{\"typ\":\"JWT\",\"alg\":\"HS256\",\"kid\":\"a\"}";
    byte[] der = key.toRSAPublicKey().getEncoded();
    String pem = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String framed = "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----";
    assertNoGood(
        mac(header, CLAIMS, der),
        mac(header, CLAIMS, pem.getBytes(UTF_8)),
        mac(header, CLAIMS, framed.getBytes(UTF_8)),
        mac(header, CLAIMS, (framed + "\n").getBytes(UTF_8)),
        mac(header, CLAIMS, key.toJSONString().getBytes(UTF_8)),
        mac(header, CLAIMS, JWKS.getBytes(UTF_8)),
        mac(header, CLAIMS, key.getModulus().decode()),
        mac(header, CLAIMS, key.getModulus().toString().getBytes(UTF_8)));
  }

  @Test
  void sayThatAMacIsASignatureOrTheOtherWayRound() throws Exception {
    assertNoGood(
        macByUs(HEADER, CLAIMS), signedByUs("{\"typ\":\"JWT\",\"alg\":\"HS256\"}", CLAIMS));
  }

  /** RFC 8725 §3.10. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "b",
        "",
        "A",
        "a ",
        "../../a",
        "../../../dev/null",
        "' OR 1=1 --",
        "a' UNION SELECT 'x",
        "http://localhost/a",
        "\\u0000",
        "a\\u0000",
        "${a}",
      })
  void nameAKeyThatDidNotSign(String kid) throws Exception {
    assertNoGood(signedByUs("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", CLAIMS));
  }

  @Test
  void nameNoKeyOrOneThatIsNoName() throws Exception {
    assertNoGood(
        signedByUs("{\"typ\":\"JWT\",\"alg\":\"RS256\"}", CLAIMS),
        signedByUs("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":null}", CLAIMS),
        signedByUs("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":1}", CLAIMS),
        signedByUs("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":[\"a\"]}", CLAIMS));
  }

  /** RFC 7515 §4.1.11, RFC 8725 §3.6. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"crit\":[\"exp\"],\"exp\":1",
        "\"crit\":[\"b64\"],\"b64\":false",
        "\"crit\":[\"b64\"],\"b64\":true",
        "\"crit\":[]",
        "\"zip\":\"DEF\"",
        "\"zip\":\"none\"",
        "\"alg\":\"none\"",
        "\"kid\":\"a\",\"kid\":\"a\"",
      })
  void haveAHeaderThatChangesWhatItMeans(String member) throws Exception {
    assertNoGood(
        signedByUs("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"a\"," + member + "}", CLAIMS),
        macByUs("{\"typ\":\"JWT\",\"alg\":\"HS256\"," + member + "}", CLAIMS));
  }

  /** RFC 8725 §3.10: a key that comes with the token is nobody's. */
  @Test
  void bringTheirOwnKey() throws Exception {
    RSAKey theirs = KEYS.get(2);
    String jwk = theirs.toPublicJWK().toJSONString();
    for (String member :
        List.of(
            "\"jwk\":" + jwk,
            "\"jku\":\"http://localhost/jwks\"",
            "\"x5u\":\"http://localhost/certificate\"")) {
      String header = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"a\"," + member + "}";
      assertNoGood(signed(header, CLAIMS, theirs));
      assertThat(SIGNATURES.verify(signedByUs(header, CLAIMS))).isPresent();
    }
  }

  @Test
  void haveAnotherLastCharacter() {
    for (String token : List.of(signed, mac)) {
      String shorter = token.substring(0, token.length() - 1);
      Set<String> others = new HashSet<>();
      ALPHABET.chars().forEach(c -> others.add(shorter + (char) c));
      others.remove(token);
      assertThat(others).hasSize(63).allSatisfy(other -> assertNoGood(other));
    }
  }

  @Test
  void haveAnotherCharacterAnywhere() {
    for (int at = 0; at < mac.length(); at++) {
      char other = mac.charAt(at) == 'A' ? 'B' : 'A';
      assertNoGood(mac.substring(0, at) + other + mac.substring(at + 1), mac.substring(0, at));
    }
  }

  @Test
  void areSpelledInAnotherWay() {
    for (String token : List.of(signed, mac)) {
      String padded = token.replace(".", "=.");
      assertNoGood(token + "\n", token + "\r\n", token + " ", " " + token, "\n" + token);
      assertNoGood(token + "=", token + "==", padded, token + "A", token + ".", "." + token);
      assertNoGood(token.replace('.', ' '), token + "\0", token + "\u200B", "\uFEFF" + token);
      assertNoGood(token.replaceFirst("\\.", ".."), token.replaceFirst("\\.", ""));
      assertNoGood(token + token.substring(token.lastIndexOf('.')), token + ".a.b");
      assertNoGood(token.substring(0, token.lastIndexOf('.')), token.substring(0, 20));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "null", "....", "e30.e30.e30", "{}"})
  void areNoTokensAtAll(String text) {
    assertNoGood(text);
  }

  @Test
  void areTooLongOrTooDeep() throws Exception {
    String megabyte = "A".repeat(1 << 20);
    String deep =
        "{\"typ\":\"JWT\",\"alg\":\"HS256\",\"x\":" + "[".repeat(6000) + "]".repeat(6000) + "}";
    String deepClaims = "{\"x\":" + "[".repeat(6000) + "]".repeat(6000) + "}";
    assertNoGood(megabyte, megabyte + ".A.A", "A." + megabyte + ".A", mac + megabyte);
    assertNoGood(".".repeat(1 << 20), encoded(HEADER) + "." + megabyte + "." + megabyte);
    assertNoGood(macByUs(deep, CLAIMS), macByUs("{\"typ\":\"JWT\",\"alg\":\"HS256\"}", deepClaims));
  }

  /** Signed by us, should we ever sign such a thing. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "\"x\"", "1", "", "{", "{\"sub\":\"x\",\"sub\":\"y\"}"})
  void haveClaimsThatAreNoObject(String claims) throws Exception {
    assertNoGood(
        signedByUs(HEADER, claims), macByUs("{\"typ\":\"JWT\",\"alg\":\"HS256\"}", claims));
  }

  private void assertNoGood(String... tokens) {
    for (String token : tokens) {
      assertThat(SIGNATURES.verify(token)).as(shown(token)).isEmpty();
    }
  }

  private static String shown(String token) {
    return token.substring(0, Math.min(token.length(), 200));
  }

  private static String signedByUs(String header, String claims) throws Exception {
    return signed(header, claims, KEYS.get(0));
  }

  private static String signed(String header, String claims, RSAKey key)
      throws GeneralSecurityException, com.nimbusds.jose.JOSEException {
    String text = encoded(header) + "." + encoded(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.toRSAPrivateKey());
    signature.update(text.getBytes(UTF_8));
    return text + "." + encoded(signature.sign());
  }

  private static String macByUs(String header, String claims) throws GeneralSecurityException {
    return mac(header, claims, MAC_KEY);
  }

  private static String mac(String header, String claims, byte[] key)
      throws GeneralSecurityException {
    String text = encoded(header) + "." + encoded(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return text + "." + encoded(mac.doFinal(text.getBytes(UTF_8)));
  }

  private static RSAKey publicKey() throws ParseException {
    return JWKSet.parse(JWKS).getKeyByKeyId("a").toRSAKey();
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
