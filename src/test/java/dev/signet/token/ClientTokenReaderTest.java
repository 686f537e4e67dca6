package dev.signet.token;

import static dev.signet.token.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.key.TestInstallation;
import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Kind;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.subject.TestSubjects;
import dev.signet.token.VerifiedToken.GivenToken;
import dev.signet.token.VerifiedToken.OfClient;
import dev.signet.token.VerifiedToken.RefreshToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The tokens of OAuth clients, none of which is good as another (RFC 8725 §3.12). */
class ClientTokenReaderTest {

  private static final TokenSignatures SIGNATURES = TestInstallation.signatures();

  /** For another audience than ours, of a session. */
  private static final Map<String, Object> ACCESS =
      with(TestTokens.access(), "aud", "orders", "client_id", "shop", "scope", "openid account");

  private static final Map<String, Object> REFRESH =
      with(TestTokens.refresh(), "client_id", "shop", "scope", "openid");

  private static final Map<String, Object> OF_ITSELF = ofItself();

  private final TokenReader reader = at(NOW);

  private static Map<String, Object> ofItself() {
    Map<String, Object> claims = with(TestTokens.access(), "sub", "shop", "client_id", "shop");
    claims.keySet().removeAll(List.of("sid", "user_id"));
    return claims;
  }

  @Test
  void aRefreshTokenSaysWhoseItIs() {
    assertThat(reader.clientRefresh(SIGNATURES.mac(REFRESH)))
        .isEqualTo(new RefreshToken("session", 7, Optional.of(new OfClient("shop", "openid"))));
  }

  @Test
  void aRefreshTokenIsNoneOfOurOwn() {
    String token = SIGNATURES.mac(REFRESH);
    refuse(() -> reader.refresh(token), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader.refreshableSession(token), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader.refreshableByBrowser(token), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader.any(token), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader.bearer(TokenType.ACCESS, token), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader.given(token), Problem.TOKEN_WRONG_TYPE);
  }

  @Test
  void noOtherTokenIsAClientsRefreshToken() {
    refuse(
        () -> reader.clientRefresh(SIGNATURES.mac(TestTokens.refresh())), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader.clientRefresh(SIGNATURES.sign(ACCESS)), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader.clientRefresh(SIGNATURES.sign(OF_ITSELF)), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> reader.clientRefresh(SIGNATURES.sign(REFRESH)), Problem.TOKEN_INVALID);
    refuse(() -> reader.clientRefresh("x"), Problem.TOKEN_INVALID);
  }

  @Test
  void aRefreshTokenExpires() {
    String token = SIGNATURES.mac(REFRESH);
    Instant expiry = NOW.plusSeconds(300);
    assertThat(at(expiry.minusMillis(1)).clientRefresh(token)).isNotNull();
    refuse(() -> at(expiry).clientRefresh(token), Problem.TOKEN_EXPIRED);
  }

  @Test
  void anAccessTokenIsReadForWhateverAudience() {
    GivenToken token = reader.given(SIGNATURES.sign(ACCESS));

    assertThat(token.claims().values()).isEqualTo(ACCESS);
    AccessToken ofAccount = token.ofAccount().orElseThrow();
    assertThat(ofAccount.accountId()).hasToString(TestTokens.SUBJECT);
    assertThat(ofAccount.sessionId()).isEqualTo("session");
    assertThat(ofAccount.clientId()).contains("shop");
  }

  /** RFC 9068 §2.1: by its own header too. */
  @Test
  void anAccessTokenIsReadOfEitherHeader() {
    assertThat(reader.given(SIGNATURES.sign(Kind.ACCESS, ACCESS)).ofAccount()).isPresent();
  }

  /** our own API is one audience among others. */
  @Test
  void anAccessTokenIsABearerTokenOfOursOnlyWhereItIsForUs() {
    refuse(() -> reader.bearer(TokenType.ACCESS, SIGNATURES.sign(ACCESS)), Problem.TOKEN_INVALID);
    String ours = SIGNATURES.sign(with(ACCESS, "aud", List.of("orders", "signet")));
    assertThat(reader.bearer(TokenType.ACCESS, ours).clientId()).contains("shop");
  }

  @Test
  void anAccessTokenAllowsTheWordsOfItsScope() {
    AccessToken token = reader.given(SIGNATURES.sign(ACCESS)).ofAccount().orElseThrow();
    assertThat(token.allows("account")).isTrue();
    assertThat(token.allows("acc")).isFalse();
    assertThat(token.allows("openid account")).isFalse();
    AccessToken first = reader.bearer(TokenType.ACCESS, SIGNATURES.sign(TestTokens.access()));
    assertThat(first.clientId()).isEmpty();
    assertThat(first.allows("account")).isFalse();
  }

  @Test
  void aTokenOfTheClientItselfSpeaksOfNoAccount() {
    String token = SIGNATURES.sign(OF_ITSELF);
    assertThat(reader.given(token).ofAccount()).isEmpty();
    assertThat(reader.given(token).claims().text("sub")).isEqualTo("shop");
    refuse(() -> reader.bearer(TokenType.ACCESS, token), Problem.TOKEN_WITHOUT_USER);
  }

  @Test
  void noOtherTokenIsAnAccessToken() {
    refuse(() -> given(SIGNATURES.sign(TestTokens.sliding())), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> given(SIGNATURES.mac(TestTokens.refresh())), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> given(SIGNATURES.mac(ACCESS)), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> given(SIGNATURES.sign(Kind.PLAIN, ACCESS)), Problem.TOKEN_INVALID);
    refuse(() -> given(SIGNATURES.sign(Kind.LOGOUT, ACCESS)), Problem.TOKEN_INVALID);
    Map<String, Object> untyped = with(ACCESS);
    untyped.remove("token_type");
    refuse(() -> given(SIGNATURES.sign(untyped)), Problem.TOKEN_WRONG_TYPE);
    refuse(() -> given(""), Problem.TOKEN_INVALID);
    refuse(() -> given("x".repeat(TokenReader.LONGEST + 1)), Problem.TOKEN_INVALID);
  }

  /** What a client shows as an ID token of ours must be one. */
  @Test
  void noAccessTokenIsAnIdToken() {
    assertThat(SIGNATURES.verify(Kind.PLAIN, SIGNATURES.sign(ACCESS))).isEmpty();
    assertThat(SIGNATURES.verify(Kind.PLAIN, SIGNATURES.sign(Kind.ACCESS, ACCESS))).isEmpty();
    assertThat(SIGNATURES.verify(Kind.PLAIN, SIGNATURES.sign(Kind.LOGOUT, ACCESS))).isEmpty();
    assertThat(SIGNATURES.verify(Kind.PLAIN, SIGNATURES.mac(REFRESH))).isEmpty();
    assertThat(SIGNATURES.verify(Kind.PLAIN, SIGNATURES.sign(Kind.PLAIN, ACCESS))).isPresent();
  }

  @Test
  void anAccessTokenIsOfThisIssuer() {
    String foreign = SIGNATURES.sign(with(ACCESS, "iss", "https://elsewhere.example"));
    refuse(() -> reader.given(foreign), Problem.TOKEN_INVALID);
    String foreignItself = SIGNATURES.sign(with(OF_ITSELF, "iss", TestTokens.ISSUER + "/"));
    refuse(() -> reader.given(foreignItself), Problem.TOKEN_INVALID);
  }

  @Test
  void anAccessTokenExpires() {
    String token = SIGNATURES.sign(with(ACCESS, "exp", NOW.getEpochSecond() + 60));
    assertThat(at(NOW.plusMillis(59_999)).given(token)).isNotNull();
    refuse(() -> at(NOW.plusSeconds(60)).given(token), Problem.TOKEN_EXPIRED);
  }

  /** A revocation is kept for the lifetime of now. */
  @Test
  void anAccessTokenIsGoodNoLongerThanTheLifetimeOfNow() {
    String token = SIGNATURES.sign(with(ACCESS, "exp", NOW.getEpochSecond() + 86_400));
    assertThat(at(NOW.plusMillis(299_999)).given(token)).isNotNull();
    refuse(() -> at(NOW.plusSeconds(300)).given(token), Problem.TOKEN_EXPIRED);
  }

  private GivenToken given(String token) {
    return reader.given(token);
  }

  private static void refuse(ThrowingCallable reading, Problem problem) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(reading)
        .matches(refusal -> refusal.problem() == problem, "is " + problem);
  }

  private static TokenReader at(Instant now) {
    return new TokenReader(
        SIGNATURES,
        TestTokens.settings(Duration.ZERO, "signet"),
        TestSubjects.of(1),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Map<String, Object> with(Map<String, Object> claims, Object... changed) {
    Map<String, Object> all = new HashMap<>(claims);
    for (int i = 0; i < changed.length; i += 2) {
      all.put((String) changed[i], changed[i + 1]);
    }
    return all;
  }
}
