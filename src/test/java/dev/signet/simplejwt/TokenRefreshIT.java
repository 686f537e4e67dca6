package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.key.Forger;
import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/token/refresh/}, which does not rotate by default. Contract §2.2. */
@WireTest
class TokenRefreshIT {

  private final Person kim = Person.stranger();
  private Answer login;

  @BeforeEach
  void logIn() {
    login = kim.signUp();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/token/refresh/", "/api/token/refresh"})
  void givesAnAccessTokenAndLeavesTheRefreshTokenAsItIs(String path) {
    for (int i = 0; i < 3; i++) {
      Answer refreshed = Signet.post(path, Map.of("refresh", login.refresh()));

      TokenApi.assertOk(refreshed, "\\{\"access\":\"" + TokenApi.JWT + "\"}");
      assertThat(Signet.get("/api/me", refreshed.access()).status()).isEqualTo(200);
    }
  }

  @Test
  void givesAnotherAccessTokenThanThoseBefore() {
    Answer first = TokenApi.refresh(login.refresh());
    Answer second = TokenApi.refresh(login.refresh());

    assertThat(Stream.of(login, first, second).map(Answer::access).distinct()).hasSize(3);
    assertThat(
            Stream.of(login, first, second)
                .map(answer -> Signet.claims(answer.access()).getString("jti"))
                .distinct())
        .hasSize(3);
    assertThat(Signet.get("/api/me", login.access()).status()).isEqualTo(200);
    assertThat(Signet.get("/api/me", first.access()).status()).isEqualTo(200);
  }

  @Test
  void datesTheAccessTokenFromNow() {
    Rows.change(
        "update session set refreshed_at = refreshed_at - interval '1' minute"
            + " where account_id = ?",
        login.accountId());
    long before = Instant.now().getEpochSecond();

    JsonObject claims = Signet.claims(TokenApi.refresh(login.refresh()).access());

    assertThat((long) claims.getInt("iat")).isBetween(before, Instant.now().getEpochSecond());
    assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(5 * 60);
    assertThat(claims.getString("user_id")).isEqualTo(login.accountId().toString());
  }

  @Test
  void takesTheSpacesOffTheToken() {
    assertThat(TokenApi.refresh(" \n" + login.refresh() + "\t ").status()).isEqualTo(200);
  }

  @Test
  void takesAForm() {
    assertThat(
            Signet.postForm(TokenApi.REFRESH, Map.of("refresh", login.refresh(), "x", "y"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void takesARightlyForgedTokenSoThatTheRefusalsMeanSomething() {
    assertThat(TokenApi.refresh(forger().macWith("name", "more")).status()).isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatIsNoTokenOfOurs() {
    Forger forger = forger();
    return BadToken.refusedBy(
        TokenApi::refresh,
        BadToken.invalid("garbage", "garbage"),
        BadToken.invalid("letters and dots", "a.b.c"),
        BadToken.invalid("another signature", TokenApi.tampered(login.refresh())),
        BadToken.invalid("another secret", forger.macByOwnSecret("HS256")),
        BadToken.invalid("HS512", forger.macByOwnSecret("HS512")),
        BadToken.invalid("RS256 by our key", forger.signature()),
        BadToken.invalid("RS256 by another key", forger.byOwnKey("unknown")),
        BadToken.invalid("alg none", forger.unsigned("none")),
        BadToken.invalid("alg none, some signature", forger.unsigned("none") + "AA"));
  }

  @TestFactory
  Stream<DynamicTest> refusesStrangeClaims() {
    Forger forger = forger();
    return BadToken.refusedBy(
        TokenApi::refresh,
        BadToken.invalid("nbf of the future", forger.macWith("nbf", 4_000_000_000L)),
        BadToken.invalid("iat of the future", forger.macWith("iat", 4_000_000_000L)),
        BadToken.invalid("exp of text", forger.macWith("exp", "tomorrow")),
        BadToken.invalid("exp beyond time", forger.macWith("exp", Long.MAX_VALUE)),
        BadToken.invalid("a user who is a number", forger.macWith("user_id", 1)),
        BadToken.invalid("a user who is an object", forger.macWith("user_id", Map.of("a", 1))),
        BadToken.invalid("a jti that is a number", forger.macWith("jti", 1)),
        BadToken.invalid("a type that is a number", forger.macWith("token_type", 1)),
        BadToken.invalid("no session", forger.macWithout("sid")),
        BadToken.invalid("no generation", forger.macWithout("gen")));
  }

  @Test
  void refusesAnExpiredToken() {
    Refusals.assertNotValid(
        TokenApi.refresh(forger().macWith("exp", 1_000_000_000)), "Token is expired");
  }

  @Test
  void refusesATokenWithoutAClaimThatItNeeds() {
    Forger forger = forger();

    Refusals.assertNotValid(TokenApi.refresh(forger.macWithout("exp")), "Token has no 'exp' claim");
    Refusals.assertNotValid(TokenApi.refresh(forger.macWithout("token_type")), "Token has no type");
    Refusals.assertNotValid(TokenApi.refresh(forger.macWithout("jti")), "Token has no id");
    Refusals.assertNotValid(TokenApi.refresh(forger.macWithout("user_id")), BadToken.NOBODY);
  }

  @Test
  void refusesAnotherType() {
    Refusals.assertNotValid(TokenApi.refresh(login.access()), "Token has wrong type");
    Refusals.assertNotValid(TokenApi.refresh(TokenApi.sliding(kim)), "Token has wrong type");
    Refusals.assertNotValid(
        TokenApi.refresh(forger().macWith("token_type", "other")), "Token has wrong type");
  }

  @Test
  void refusesABlacklistedToken() {
    TokenApi.blacklist(login.refresh());

    Refusals.assertNotValid(TokenApi.refresh(login.refresh()), "Token is blacklisted");
  }

  @Test
  void refusesAnAccountThatIsGoneOrInactive() {
    Answer gone = Person.stranger().signUp();
    Rows.change("delete from account where id = ?", gone.accountId());
    Rows.change("update account set state = 'DISABLED' where id = ?", login.accountId());

    assertNoAccount(TokenApi.refresh(gone.refresh()));
    assertNoAccount(TokenApi.refresh(login.refresh()));
  }

  @Test
  void refusesASessionThatAChangedPasswordHasEnded() {
    TokenApi.endByPasswordChange(login.accountId());

    for (int i = 0; i < 2; i++) {
      Refusals.assertRefused(
          TokenApi.refresh(login.refresh()),
          "The user's password has been changed.",
          "password_changed");
    }
  }

  private Forger forger() {
    return Forger.ofToken(login.refresh());
  }

  private static void assertNoAccount(Answer answer) {
    Refusals.assertRefused(
        answer, "No active account found for the given token.", "no_active_account");
  }
}
