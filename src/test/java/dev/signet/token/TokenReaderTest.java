package dev.signet.token;

import static dev.signet.token.TestTokens.NOW;
import static dev.signet.token.TestTokens.settings;
import static dev.signet.token.TokenType.ACCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.key.TestInstallation;
import dev.signet.key.TokenSignatures;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.subject.TestSubjects;
import dev.signet.token.VerifiedToken.RefreshToken;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {

  private static final TokenSignatures SIGNATURES = TestInstallation.signatures();
  private static final Duration LEEWAY = Duration.ofSeconds(30);

  private final TokenReader reader = reader(NOW, Duration.ZERO);

  @Test
  void letsInAnAccessTokenAsItStands() {
    AccessToken token = reader.bearer(ACCESS, SIGNATURES.sign(TestTokens.access()));
    assertThat(token.accountId()).isEqualTo(UUID.fromString(TestTokens.SUBJECT));
    assertThat(token.sessionId()).isEqualTo("session");
    assertThat(token.accountVersion()).isZero();
    assertThat(token.claims()).isEqualTo(TestTokens.access());
  }

  @Test
  void letsInARefreshToken() {
    assertThat(reader.refresh(SIGNATURES.mac(TestTokens.refresh())))
        .isEqualTo(new RefreshToken("session", 7));
  }

  @Test
  void isStrictAboutTheVerySecondATokenExpires() {
    String token = SIGNATURES.sign(TestTokens.access());
    Instant expiry = NOW.plusSeconds(300);
    assertThat(reader(expiry.minusMillis(1), Duration.ZERO).bearer(ACCESS, token)).isNotNull();
    refuse(() -> reader(expiry, Duration.ZERO).bearer(ACCESS, token), Problem.TOKEN_EXPIRED);
  }

  @Test
  void isStrictAboutTheEndOfTheLeewayToo() {
    String token = SIGNATURES.sign(TestTokens.access());
    Instant expiry = NOW.plusSeconds(300).plus(LEEWAY);
    assertThat(reader(expiry.minusMillis(1), LEEWAY).bearer(ACCESS, token)).isNotNull();
    refuse(() -> reader(expiry, LEEWAY).bearer(ACCESS, token), Problem.TOKEN_EXPIRED);
  }

  /** A revocation is kept for the lifetime of now; what was given a longer one has no more. */
  @Test
  void takesNoTokenLongerThanTheLifetimeOfNow() {
    String token = with("exp", NOW.getEpochSecond() + 86_400);
    Instant last = NOW.plusSeconds(300);
    assertThat(reader(last.minusMillis(1), Duration.ZERO).bearer(ACCESS, token)).isNotNull();
    refuse(() -> reader(last, Duration.ZERO).bearer(ACCESS, token), Problem.TOKEN_EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nbf", "iat"})
  void doesNotTakeATokenOfTheFuture(String claim) {
    assertThat(reader.bearer(ACCESS, with(claim, NOW.getEpochSecond()))).isNotNull();
    assertThat(reader.bearer(ACCESS, with(claim, NOW.getEpochSecond() + 5))).isNotNull();
    String early = with(claim, NOW.getEpochSecond() + 6);
    refuse(() -> reader.bearer(ACCESS, early), Problem.TOKEN_INVALID);
    String latest = with(claim, NOW.plus(LEEWAY).getEpochSecond() + 5);
    assertThat(reader(NOW, LEEWAY).bearer(ACCESS, latest)).isNotNull();
    String later = with(claim, NOW.plus(LEEWAY).getEpochSecond() + 6);
    refuse(() -> reader(NOW, LEEWAY).bearer(ACCESS, later), Problem.TOKEN_INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "exp, TOKEN_WITHOUT_CLAIM",
    "jti, TOKEN_WITHOUT_ID",
    "token_type, TOKEN_WITHOUT_TYPE",
    "iat, TOKEN_INVALID",
    "sub, TOKEN_WITHOUT_USER",
    "user_id, TOKEN_WITHOUT_USER",
    "sid, TOKEN_INVALID",
    "iss, TOKEN_INVALID",
    "aud, TOKEN_INVALID",
  })
  void missesAClaim(String claim, Problem problem) {
    Map<String, Object> claims = TestTokens.access();
    claims.remove(claim);
    refuse(() -> reader.bearer(ACCESS, SIGNATURES.sign(claims)), problem);
  }

  @Test
  void namesTheClaimItMisses() {
    Map<String, Object> claims = TestTokens.access();
    claims.remove("exp");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> reader.bearer(ACCESS, SIGNATURES.sign(claims)))
        .withMessage("TOKEN_WITHOUT_CLAIM[exp]");
  }

  @ParameterizedTest
  @CsvSource({"sid, TOKEN_INVALID", "gen, TOKEN_INVALID", "user_id, TOKEN_WITHOUT_USER"})
  void missesAClaimOfARefreshToken(String claim, Problem problem) {
    Map<String, Object> claims = TestTokens.refresh();
    claims.remove(claim);
    refuse(() -> reader.refresh(SIGNATURES.mac(claims)), problem);
  }

  @Test
  void takesNoTypeOfTokenForAnother() {
    refuse(
        () -> reader.bearer(ACCESS, SIGNATURES.mac(TestTokens.refresh())),
        Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader.refresh(SIGNATURES.sign(TestTokens.access())), Problem.TOKEN_WRONG_TYPE);
    for (String type : List.of("ACCESS", "access ", "sliding", "refresh", "id", "")) {
      refuse(() -> reader.bearer(ACCESS, with("token_type", type)), Problem.TOKEN_WRONG_TYPE);
    }
  }

  /** RFC 8725 §3.12: what proves one type of token does not prove the other. */
  @Test
  void takesNoProofForAnother() {
    refuse(() -> reader.bearer(ACCESS, SIGNATURES.mac(TestTokens.access())), Problem.TOKEN_INVALID);
    refuse(() -> reader.refresh(SIGNATURES.sign(TestTokens.refresh())), Problem.TOKEN_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/signet/",
        "http://localhost:8080/Signet",
        "https://evil",
        "",
        " "
      })
  void takesNoTokenOfAnotherIssuer(String issuer) {
    refuse(() -> reader.bearer(ACCESS, with("iss", issuer)), Problem.TOKEN_INVALID);
  }

  @Test
  void takesATokenForOneOfItsAudiences() {
    TokenReader both = reader(NOW, Duration.ZERO, "signet", "shop");
    assertThat(both.bearer(ACCESS, with("aud", "shop"))).isNotNull();
    assertThat(both.bearer(ACCESS, with("aud", List.of("x", "shop")))).isNotNull();
    assertThat(reader.bearer(ACCESS, with("aud", List.of("signet")))).isNotNull();
  }

  @Test
  void takesNoTokenForOthers() {
    for (Object others :
        List.of("shop", "Signet", "signet ", "", List.of(), List.of("shop", ""), 7, Map.of())) {
      refuse(() -> reader.bearer(ACCESS, with("aud", others)), Problem.TOKEN_INVALID);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "iat", "nbf"})
  void takesNoTimeThatIsNoWholeNumberOfSeconds(String claim) {
    BigInteger huge = BigInteger.ONE.shiftLeft(64);
    for (Object odd :
        List.of(
            "soon",
            "1800000000",
            true,
            List.of(1),
            Map.of(),
            1.5,
            -1,
            huge,
            1e300,
            Long.MAX_VALUE,
            253_402_300_800L)) {
      refuse(() -> reader.bearer(ACCESS, with(claim, odd)), Problem.TOKEN_INVALID);
    }
  }

  @Test
  void takesATimeUpToTheYear9999() {
    assertThat(reader.bearer(ACCESS, with("exp", 253_402_300_799L))).isNotNull();
  }

  @Test
  void takesNoGenerationThatIsNone() {
    for (Object odd : List.of("7", -1, 1.5, 2_147_483_648L, true)) {
      Map<String, Object> claims = TestTokens.refresh();
      claims.put("gen", odd);
      refuse(() -> reader.refresh(SIGNATURES.mac(claims)), Problem.TOKEN_INVALID);
    }
  }

  @Test
  void takesNoSubjectOrSessionThatIsNone() {
    for (Object odd : List.of("", "jane", 7, "00000000-0000-0000-0000-00000000000g")) {
      refuse(() -> reader.bearer(ACCESS, with("sub", odd)), Problem.TOKEN_INVALID);
    }
    refuse(() -> reader.bearer(ACCESS, with("sid", 7)), Problem.TOKEN_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jti", "user_id"})
  void takesNoIdThatIsNoText(String claim) {
    for (Object odd : List.of(7, true, List.of("a"), Map.of("a", 1))) {
      Map<String, Object> refresh = TestTokens.refresh();
      refresh.put(claim, odd);
      refuse(() -> reader.bearer(ACCESS, with(claim, odd)), Problem.TOKEN_INVALID);
      refuse(() -> reader.refresh(SIGNATURES.mac(refresh)), Problem.TOKEN_INVALID);
    }
  }

  @Test
  void ignoresClaimsThatItDoesNotKnow() {
    assertThat(reader.bearer(ACCESS, with("admin", true)).claims()).containsEntry("admin", true);
  }

  @Test
  void takesATokenOfItsGreatestLength() {
    assertThat(reader.bearer(ACCESS, ofLength(TokenReader.LONGEST))).isNotNull();
    refuse(() -> reader.bearer(ACCESS, ofLength(TokenReader.LONGEST + 1)), Problem.TOKEN_INVALID);
    refuse(() -> reader.bearer(ACCESS, "a".repeat(1 << 20)), Problem.TOKEN_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "Bearer x", "null"})
  void takesNoGarbage(String garbage) {
    refuse(() -> reader.bearer(ACCESS, garbage), Problem.TOKEN_INVALID);
    refuse(() -> reader.refresh(garbage), Problem.TOKEN_INVALID);
  }

  /** Simple JWT's order: expired, then without an id, then of no or the wrong type. */
  @Test
  void saysFirstWhatTheContractSaysFirst() {
    Map<String, Object> claims = TestTokens.refresh();
    claims.remove("jti");
    refuse(() -> reader.bearer(ACCESS, SIGNATURES.mac(claims)), Problem.TOKEN_WITHOUT_ID);
    claims.put("exp", NOW.getEpochSecond());
    refuse(() -> reader.bearer(ACCESS, SIGNATURES.mac(claims)), Problem.TOKEN_EXPIRED);
    claims.put("nbf", NOW.getEpochSecond() + 6);
    refuse(() -> reader.bearer(ACCESS, SIGNATURES.mac(claims)), Problem.TOKEN_INVALID);
  }

  @Test
  void showsClaimsThatNobodyCanChange() {
    Map<String, Object> claims =
        reader.bearer(ACCESS, SIGNATURES.sign(TestTokens.access())).claims();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> claims.put("groups", "admin"));
  }

  private static String ofLength(int length) {
    for (int filling = length * 3 / 4 - 900; ; filling++) {
      String token = with("filling", "x".repeat(filling));
      if (token.length() >= length) {
        return token;
      }
    }
  }

  private static String with(String claim, Object value) {
    Map<String, Object> claims = TestTokens.access();
    claims.put(claim, value);
    return SIGNATURES.sign(claims);
  }

  private static TokenReader reader(Instant now, Duration leeway, String... audience) {
    String[] names = audience.length == 0 ? new String[] {"signet"} : audience;
    return new TokenReader(
        SIGNATURES, settings(leeway, names), TestSubjects.of(1), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static void refuse(ThrowingCallable reading, Problem problem) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(reading)
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
  }
}
