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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/token/sliding/refresh/}. Contract §2.4; D9. */
@WireTest
class SlidingRefreshIT {

  private final Person kim = Person.stranger();
  private UUID account;
  private String token;

  @BeforeEach
  void logIn() {
    account = kim.signUp().accountId();
    token = TokenApi.sliding(kim);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/token/sliding/refresh/", "/api/token/sliding/refresh"})
  void givesTheNextToken(String path) {
    Answer slid = Signet.post(path, Map.of("token", token));

    TokenApi.assertOk(slid, "\\{\"token\":\"" + TokenApi.JWT + "\"}");
    TokenApi.assertOk(TokenApi.verify(slid.text("token")), "\\{}");
    assertThat(TokenApi.slide(slid.text("token")).status()).isEqualTo(200);
  }

  @Test
  void movesTheTimesOfTheTokenAndNothingElse() {
    String old = forger().aged(Duration.ofMinutes(2));
    long before = Instant.now().getEpochSecond();

    JsonObject first = Signet.claims(old);
    JsonObject next = Signet.claims(TokenApi.slide(old).text("token"));

    assertThat((long) next.getInt("iat")).isBetween(before, Instant.now().getEpochSecond());
    assertThat(next.getInt("exp") - next.getInt("iat")).isEqualTo(5 * 60);
    assertThat(first.keySet()).contains("jti", "refresh_exp", "user_id");
    assertThat(next.keySet()).isEqualTo(first.keySet());
    assertThat(next.entrySet())
        .filteredOn(claim -> !first.entrySet().contains(claim))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("iat", "exp");
  }

  @Test
  void leavesTheTokenBeforeUsable() {
    TokenApi.slide(token);

    TokenApi.assertOk(TokenApi.verify(token), "\\{}");
    assertThat(TokenApi.slide(token).status()).isEqualTo(200);
  }

  @Test
  void takesATokenWhoseExpHasPassedButWhoseRefreshExpHasNot() {
    String expired = forger().aged(Duration.ofHours(1));
    Refusals.assertNotValid(TokenApi.verify(expired), "Token is expired");

    Answer slid = TokenApi.slide(expired);

    assertThat(slid.status()).isEqualTo(200);
    TokenApi.assertOk(TokenApi.verify(slid.text("token")), "\\{}");
  }

  @Test
  void takesTheSpacesOffTheTokenAndAForm() {
    assertThat(TokenApi.slide("  " + token + "\r\n").status()).isEqualTo(200);
    assertThat(Signet.postForm(TokenApi.SLIDE, Map.of("token", token)).status()).isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatCannotBeRefreshed() {
    Forger forger = forger();
    return BadToken.refusedBy(
        TokenApi::slide,
        new BadToken(
            "no refresh_exp", forger.without("refresh_exp"), "Token has no 'refresh_exp' claim"),
        new BadToken(
            "refresh_exp passed",
            forger.with("refresh_exp", 1_000_000_000),
            "Token 'refresh_exp' claim has expired"),
        BadToken.invalid("refresh_exp of text", forger.with("refresh_exp", "tomorrow")),
        new BadToken("no exp", forger.without("exp"), "Token has no 'exp' claim"),
        new BadToken("no type", forger.without("token_type"), "Token has no type"),
        new BadToken("no jti", forger.without("jti"), "Token has no id"),
        new BadToken("no user", forger.without("user_id"), BadToken.NOBODY),
        new BadToken("no subject", forger.without("sub"), BadToken.NOBODY));
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatIsNoSlidingTokenOfOurs() {
    Forger forger = forger();
    return BadToken.refusedBy(
        TokenApi::slide,
        new BadToken("another type", forger.with("token_type", "access"), "Token has wrong type"),
        BadToken.invalid("garbage", "garbage"),
        BadToken.invalid("the secret of refresh tokens", forger.mac()),
        BadToken.invalid("another key", forger.byOwnKey(forger.kid())),
        BadToken.invalid("alg none", forger.unsigned("none")),
        BadToken.invalid("another issuer", forger.with("iss", "http://evil")),
        BadToken.invalid("a jti that is a number", forger.with("jti", 1)),
        BadToken.invalid("nbf of the future", forger.with("nbf", 4_000_000_000L)),
        BadToken.invalid("iat of the future", forger.with("iat", 4_000_000_000L)),
        BadToken.invalid("exp of text", forger.with("exp", "tomorrow")));
  }

  @Test
  void refusesABlacklistedTokenAndWhatCameOfIt() {
    String next = TokenApi.slide(token).text("token");

    TokenApi.assertOk(TokenApi.blacklist(token), "\\{}");

    for (String each : new String[] {token, next}) {
      Refusals.assertNotValid(TokenApi.slide(each), "Token is blacklisted");
      Refusals.assertNotValid(TokenApi.verify(each), "Token is blacklisted");
    }
  }

  @Test
  void refusesAnInactiveAccount() {
    Rows.change("update account set state = 'DISABLED' where id = ?", account);

    Refusals.assertRefused(
        TokenApi.slide(token), "No active account found for the given token.", "no_active_account");
  }

  @Test
  void refusesAnAccountThatIsGone() {
    Rows.change("delete from account where id = ?", account);

    Refusals.assertRefused(
        TokenApi.slide(token), "No active account found for the given token.", "no_active_account");
  }

  @Test
  void refusesASessionThatAChangedPasswordHasEnded() {
    TokenApi.endByPasswordChange(account);

    Refusals.assertRefused(
        TokenApi.slide(token), "The user's password has been changed.", "password_changed");
  }

  private Forger forger() {
    return Forger.ofToken(token);
  }
}
