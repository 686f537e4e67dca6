package dev.signet.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7523 §3. */
class ClientAssertionTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String ISSUER = "https://id.example/signet";
  private static final String TOKEN = ISSUER + "/oauth2/token";
  private static final ClientKeys KEYS = ClientKeys.parse(Assertion.jwks()).orElseThrow();

  @Test
  void isGoodUntilItExpires() {
    Assertion assertion = good().with(claims -> claims.jwtID("the-id"));

    assertThat(read(assertion)).contains(new ClientAssertion("app", "the-id", NOW.plusSeconds(60)));
    assertThat(read(assertion.signed(), NOW.plusSeconds(59))).isPresent();
    assertThat(read(assertion.signed(), NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void isSignedByEitherKeyAndAnyGoodAlgorithm() {
    assertThat(read(good().by(Assertion.RSA, JWSAlgorithm.PS256))).isPresent();
    assertThat(read(good().by(Assertion.RSA, JWSAlgorithm.RS512))).isPresent();
    assertThat(read(good().by(Assertion.EC, JWSAlgorithm.ES256))).isPresent();
  }

  @Test
  void isSignedByNobodyElse() {
    assertThat(read(good().by(Assertion.STRANGERS, JWSAlgorithm.RS256))).isEmpty();
  }

  @Test
  void isNotAltered() {
    String[] parts = good().signed().split("\\.", -1);
    String[] others = good().with(claims -> claims.jwtID("x")).signed().split("\\.", -1);

    assertThat(read(parts[0] + "." + others[1] + "." + parts[2], NOW)).isEmpty();
  }

  /**
   * T-4: of zeros, which hold for any text and any key where nobody looks at them (CVE-2022-21449).
   */
  @Test
  void isNotSignedByZeros() {
    String signed = good().by(Assertion.EC, JWSAlgorithm.ES256).signed();
    String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

    assertThat(read(signed, NOW)).isPresent();
    assertThat(read(signed.replaceFirst("[^.]+$", zeros), NOW)).isEmpty();
  }

  /** T-2: no algorithm of the sender's choice. */
  @Test
  void isSignedByNoSecretAndByNone() throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("app")
            .subject("app")
            .audience(ISSUER)
            .jwtID("1")
            .expirationTime(Date.from(NOW.plusSeconds(60)))
            .build();
    SignedJWT byPublicKey =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims);
    byPublicKey.sign(new MACSigner(Assertion.RSA.toRSAPublicKey().getEncoded()));

    assertThat(read(byPublicKey.serialize(), NOW)).isEmpty();
    assertThat(read(new PlainJWT(claims).serialize(), NOW)).isEmpty();
  }

  @Test
  void isOfTheClientAndAboutIt() {
    assertThat(read(good().with(claims -> claims.issuer("other")))).isEmpty();
    assertThat(read(good().with(claims -> claims.issuer(null)))).isEmpty();
    assertThat(read(good().with(claims -> claims.subject("other")))).isEmpty();
    assertThat(read(good().with(claims -> claims.subject(null)))).isEmpty();
  }

  @Test
  void isForUs() {
    assertThat(read(good().with(claims -> claims.audience(TOKEN)))).isPresent();
    assertThat(read(good().with(claims -> claims.audience(List.of(ISSUER, TOKEN))))).isPresent();
  }

  /** What names another too, that other could show us. */
  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "https://id.example", "https://id.example/signet/"})
  void isForNobodyElse(String other) {
    assertThat(read(good().with(claims -> claims.audience(other)))).isEmpty();
    assertThat(read(good().with(claims -> claims.audience(List.of(ISSUER, other))))).isEmpty();
    assertThat(read(good().with(claims -> claims.audience(List.of())))).isEmpty();
  }

  @Test
  void isMadeForOneRequest() {
    assertThat(read(good().with(claims -> claims.expirationTime(null)))).isEmpty();
    assertThat(read(good().with(claims -> claims.expirationTime(at(600))))).isPresent();
    assertThat(read(good().with(claims -> claims.expirationTime(at(601))))).isEmpty();
  }

  @Test
  void isNotOfTheFuture() {
    assertThat(read(good().with(claims -> claims.notBeforeTime(at(60))))).isPresent();
    assertThat(read(good().with(claims -> claims.notBeforeTime(at(61))))).isEmpty();
    assertThat(read(good().with(claims -> claims.issueTime(at(61))))).isEmpty();
    assertThat(read(good().with(claims -> claims.issueTime(null)))).isPresent();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "")
  void hasAnId(String id) {
    assertThat(read(good().with(claims -> claims.jwtID(id)))).isEmpty();
    assertThat(read(good().with(claims -> claims.jwtID("x".repeat(501))))).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"JWT", "client-authentication+jwt"})
  void saysWhatItIsOrNothing(String type) {
    assertThat(read(good().typed(type))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "oauth-authz-req+jwt", "dpop+jwt", "logout+jwt"})
  void isNoTokenOfAnotherKind(String type) {
    assertThat(read(good().typed(type))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "..", "bnVsbA.bnVsbA.bnVsbA"})
  void isAToken(String text) {
    assertThat(read(text, NOW)).isEmpty();
  }

  private static Assertion good() {
    return Assertion.of("app", ISSUER, NOW);
  }

  private static Date at(int seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private static Optional<ClientAssertion> read(Assertion assertion) {
    return read(assertion.signed(), NOW);
  }

  private static Optional<ClientAssertion> read(String text, Instant now) {
    return ClientAssertion.of(text, "app", KEYS, Set.of(ISSUER, TOKEN), now);
  }
}
