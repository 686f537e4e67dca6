package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.key.Forger;
import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/token/blacklist/}. Contract §2.6; D3, D5. */
@WireTest
class BlacklistIT {

  private final Person kim = Person.stranger();
  private Answer login;

  @BeforeEach
  void logIn() {
    login = kim.signUp();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/token/blacklist/", "/api/token/blacklist"})
  void endsTheSessionAndItsAccessTokens(String path) {
    Answer blacklisted = Signet.post(path, Map.of("refresh", login.refresh()));

    TokenApi.assertOk(blacklisted, "\\{}");
    Refusals.assertNotValid(TokenApi.refresh(login.refresh()), "Token is blacklisted");
    Refusals.assertNotValid(Signet.refresh(login.refresh()), "Token is blacklisted");
    Refusals.assertNotValidAsBearer(Signet.get("/api/me", login.access()), "Token is blacklisted");
  }

  @Test
  void endsTheAccessTokensThatTheRefreshTokenHasGiven() {
    String given = TokenApi.refresh(login.refresh()).access();

    TokenApi.blacklist(login.refresh());

    Refusals.assertNotValidAsBearer(Signet.get("/api/me", given), "Token is blacklisted");
  }

  @Test
  void leavesOtherSessionsAlone() {
    Answer elsewhere = kim.login();
    String sliding = TokenApi.sliding(kim);

    TokenApi.blacklist(login.refresh());

    assertThat(Signet.get("/api/me", elsewhere.access()).status()).isEqualTo(200);
    assertThat(TokenApi.refresh(elsewhere.refresh()).status()).isEqualTo(200);
    assertThat(TokenApi.slide(sliding).status()).isEqualTo(200);
  }

  @Test
  void refusesTheSecondTime() {
    TokenApi.blacklist(login.refresh());

    Refusals.assertNotValid(TokenApi.blacklist(login.refresh()), "Token is blacklisted");
  }

  @Test
  void takesASlidingTokenOnce() {
    String sliding = TokenApi.sliding(kim);

    TokenApi.assertOk(TokenApi.blacklist(sliding), "\\{}");

    Refusals.assertNotValid(TokenApi.blacklist(sliding), "Token is blacklisted");
    Refusals.assertNotValid(TokenApi.slide(sliding), "Token is blacklisted");
    Refusals.assertNotValid(TokenApi.verify(sliding), "Token is blacklisted");
  }

  /** Or else it would go on: it can still be refreshed. */
  @Test
  void takesASlidingTokenThatHasExpired() {
    String expired = Forger.ofToken(TokenApi.sliding(kim)).aged(Duration.ofHours(1));

    TokenApi.assertOk(TokenApi.blacklist(expired), "\\{}");

    Refusals.assertNotValid(TokenApi.slide(expired), "Token is blacklisted");
  }

  @Test
  void takesTheSpacesOffTheTokenAndAForm() {
    Answer elsewhere = kim.login();

    assertThat(TokenApi.blacklist("\n " + login.refresh() + " ").status()).isEqualTo(200);
    assertThat(Signet.postForm(TokenApi.BLACKLIST, Map.of("refresh", elsewhere.refresh())).status())
        .isEqualTo(200);
  }

  @Test
  void refusesAnAccessToken() {
    Refusals.assertNotValid(TokenApi.blacklist(login.access()), "Token has wrong type");

    assertThat(Signet.get("/api/me", login.access()).status()).isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> refusesABadRefreshToken() {
    Forger forger = Forger.ofToken(login.refresh());
    return BadToken.refusedBy(
        TokenApi::blacklist,
        BadToken.invalid("garbage", "garbage"),
        BadToken.invalid("alg none", forger.unsigned("none")),
        BadToken.invalid("another secret", forger.macByOwnSecret("HS256")),
        BadToken.invalid("RS256", forger.signature()),
        BadToken.invalid("exp beyond time", forger.macWith("exp", Long.MAX_VALUE)),
        new BadToken("expired", forger.macWith("exp", 1_000_000_000), "Token is expired"),
        new BadToken("no exp", forger.macWithout("exp"), "Token has no 'exp' claim"),
        new BadToken("no jti", forger.macWithout("jti"), "Token has no id"),
        new BadToken("no type", forger.macWithout("token_type"), "Token has no type"),
        new BadToken("no user", forger.macWithout("user_id"), BadToken.NOBODY));
  }

  @TestFactory
  Stream<DynamicTest> refusesABadSlidingToken() {
    Forger forger = Forger.ofToken(TokenApi.sliding(kim));
    return BadToken.refusedBy(
        TokenApi::blacklist,
        BadToken.invalid("another key", forger.byOwnKey(forger.kid())),
        BadToken.invalid("the secret of refresh tokens", forger.mac()),
        BadToken.invalid("exp of text", forger.with("exp", "tomorrow")));
  }

  /** Good for a refresh or as a bearer token: what is good for anything can be ended. */
  @ParameterizedTest
  @ValueSource(strings = {"exp", "refresh_exp"})
  void endsTheSessionOfASlidingTokenThatIsGoodForAnythingStill(String passed) {
    String sliding = Forger.ofToken(TokenApi.sliding(kim)).with(passed, 1_000_000_000);

    assertThat(TokenApi.blacklist(sliding).body()).isEqualTo("{}");
    assertThat(TokenApi.blacklist(sliding).text("detail")).isEqualTo("Token is blacklisted");
  }
}
