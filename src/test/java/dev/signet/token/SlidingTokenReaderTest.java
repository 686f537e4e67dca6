package dev.signet.token;

import static dev.signet.token.TestTokens.NOW;
import static dev.signet.token.TokenType.ACCESS;
import static dev.signet.token.TokenType.SLIDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.key.TestInstallation;
import dev.signet.key.TokenSignatures;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.subject.TestSubjects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sliding tokens: good as a bearer token until {@code exp}, for a refresh until another time. */
class SlidingTokenReaderTest {

  private static final TokenSignatures SIGNATURES = TestInstallation.signatures();
  private static final Instant EXPIRY = NOW.plusSeconds(300);
  private static final Instant REFRESH_EXPIRY = NOW.plusSeconds(86_400);

  private final String token = SIGNATURES.sign(TestTokens.sliding());

  @Test
  void isABearerTokenUntilItExpires() {
    Instant last = EXPIRY.minusMillis(1);
    assertThat(reader(last).bearer(SLIDING, token).sessionId()).isEqualTo("session");
    refuse(() -> reader(EXPIRY).bearer(SLIDING, token), Problem.TOKEN_EXPIRED);
  }

  @Test
  void isRefreshedUntilItsOwnTimeForThatRunsOut() {
    assertThat(reader(EXPIRY).sliding(token)).isNotNull();
    assertThat(reader(REFRESH_EXPIRY.minusMillis(1)).sliding(token)).isNotNull();
    refuse(() -> reader(REFRESH_EXPIRY).sliding(token), Problem.TOKEN_CLAIM_EXPIRED);
  }

  /** In its last minutes it is good as a bearer token only: who has it may end its session. */
  @Test
  void namesItsSessionAsLongAsItIsGoodForAnything() {
    Map<String, Object> claims = TestTokens.sliding();
    claims.put("refresh_exp", NOW.getEpochSecond() + 10);
    String last = SIGNATURES.sign(claims);
    Instant later = NOW.plusSeconds(20);
    refuse(() -> reader(later).sliding(last), Problem.TOKEN_CLAIM_EXPIRED);
    assertThat(reader(later).refreshableSession(last)).isEqualTo("session");
    refuse(() -> reader(EXPIRY).refreshableSession(last), Problem.TOKEN_CLAIM_EXPIRED);
  }

  @Test
  void isNoAccessTokenAndNoRefreshToken() {
    refuse(() -> reader(NOW).bearer(ACCESS, token), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader(NOW).refresh(token), Problem.TOKEN_WRONG_TYPE);
  }

  @Test
  void isWhatNoOtherTokenIs() {
    String access = SIGNATURES.sign(TestTokens.access());
    String refresh = SIGNATURES.mac(TestTokens.refresh());
    refuse(() -> reader(NOW).sliding(access), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader(NOW).sliding(refresh), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader(NOW).bearer(SLIDING, access), Problem.TOKEN_WRONG_TYPE);
  }

  @Test
  void isProvenBySignatureOnly() {
    String byMac = SIGNATURES.mac(TestTokens.sliding());
    refuse(() -> reader(NOW).sliding(byMac), Problem.TOKEN_INVALID);
    refuse(() -> reader(NOW).bearer(SLIDING, byMac), Problem.TOKEN_INVALID);
  }

  @Test
  void saysWhichClaimItMisses() {
    Map<String, Object> claims = TestTokens.sliding();
    claims.remove("refresh_exp");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> reader(NOW).sliding(SIGNATURES.sign(claims)))
        .withMessage("TOKEN_WITHOUT_CLAIM[refresh_exp]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "refresh_exp"})
  void cannotBeRefreshedWhereATimeOfItIsNone(String claim) {
    Map<String, Object> claims = TestTokens.sliding();
    claims.put(claim, "soon");
    refuse(() -> reader(NOW).sliding(SIGNATURES.sign(claims)), Problem.TOKEN_INVALID);
  }

  @Test
  void namesItsSessionForWhoEndsIt() {
    assertThat(reader(EXPIRY).refreshableSession(token)).isEqualTo("session");
    assertThat(reader(NOW).refreshableSession(SIGNATURES.mac(TestTokens.refresh())))
        .isEqualTo("session");
    String access = SIGNATURES.sign(TestTokens.access());
    refuse(() -> reader(NOW).refreshableSession(access), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader(REFRESH_EXPIRY).refreshableSession(token), Problem.TOKEN_CLAIM_EXPIRED);
  }

  private static TokenReader reader(Instant now) {
    TokenSettings settings = TestTokens.settings(Duration.ZERO, "signet");
    return new TokenReader(
        SIGNATURES, settings, TestSubjects.of(1), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static void refuse(ThrowingCallable reading, Problem problem) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(reading)
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
  }
}
