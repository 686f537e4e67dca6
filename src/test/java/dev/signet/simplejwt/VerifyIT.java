package dev.signet.simplejwt;

import static dev.signet.wire.Application.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.key.Forger;
import dev.signet.wire.Answer;
import dev.signet.wire.EndsOfAccounts;
import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code POST /api/token/verify/}: the verdict of the place where a token belongs. Contract §2.5;
 * D4.
 */
@WireTest
class VerifyIT {

  private final Person kim = Person.stranger();
  private Answer login;

  @BeforeEach
  void logIn() {
    login = kim.signUp();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/token/verify/, access",
    "/api/token/verify, access",
    "/api/token/verify/, refresh",
    "/api/token/verify, refresh",
    "/api/token/verify/, sliding",
    "/api/token/verify, sliding"
  })
  void takesAGoodToken(String path, String type) {
    TokenApi.assertOk(Signet.post(path, Map.of("token", token(type))), "\\{}");
  }

  /** What another application was given is good here where it may do what its person may. */
  @Test
  void takesATokenOfAClientWhereTheApiTakesIt() {
    String good = SHOP.access(login, "openid account");
    String other = SHOP.access(login, "openid");

    TokenApi.assertOk(TokenApi.verify(good), "\\{}");
    assertThat(Signet.get("/api/me", good).status()).isEqualTo(200);

    Refusals.assertNotValid(TokenApi.verify(other), "Token has wrong type");
    assertThat(Signet.get("/api/me", other).status()).isEqualTo(403);
  }

  @Test
  void takesTheSpacesOffTheTokenAndAForm() {
    assertThat(TokenApi.verify("\t" + login.access() + " \n").status()).isEqualTo(200);
    assertThat(Signet.postForm(TokenApi.VERIFY, Map.of("token", login.refresh())).status())
        .isEqualTo(200);
  }

  @Test
  void changesNothing() {
    Answer second = Signet.refresh(login.refresh());
    Signet.refresh(second.refresh());

    Refusals.assertNotValid(TokenApi.verify(login.refresh()), "Token is blacklisted");

    assertThat(Signet.refresh(second.refresh()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access", "refresh"})
  void refusesATokenOfASessionThatHasEnded(String type) {
    TokenApi.blacklist(login.refresh());

    Refusals.assertNotValid(TokenApi.verify(login.text(type)), "Token is blacklisted");
  }

  @TestFactory
  Stream<DynamicTest> refusesABadAccessToken() {
    Forger forger = Forger.ofToken(login.access());
    return BadToken.refusedBy(
        TokenApi::verify,
        BadToken.invalid("garbage", "garbage"),
        BadToken.invalid("alg none", forger.unsigned("none")),
        BadToken.invalid("another key", forger.byOwnKey(forger.kid())),
        BadToken.invalid("a critical header", forger.critical()),
        BadToken.invalid("another audience", forger.with("aud", "evil")),
        BadToken.invalid("a subject that is no id", forger.with("sub", "1")),
        BadToken.invalid("a jti that is a number", forger.with("jti", 1)),
        BadToken.invalid("a user who is a number", forger.with("user_id", 1)),
        BadToken.invalid("exp beyond time", forger.with("exp", Long.MAX_VALUE)),
        new BadToken("expired", forger.with("exp", 1_000_000_000), "Token is expired"),
        new BadToken("no exp", forger.without("exp"), "Token has no 'exp' claim"),
        new BadToken("no jti", forger.without("jti"), "Token has no id"),
        new BadToken("no type", forger.without("token_type"), "Token has no type"),
        new BadToken("an unknown type", forger.with("token_type", "id"), "Token has wrong type"),
        new BadToken("no user", forger.without("user_id"), BadToken.NOBODY));
  }

  @TestFactory
  Stream<DynamicTest> refusesABadRefreshToken() {
    Forger forger = Forger.ofToken(login.refresh());
    return BadToken.refusedBy(
        TokenApi::verify,
        BadToken.invalid("another secret", forger.macByOwnSecret("HS256")),
        BadToken.invalid("RS256", forger.signature()),
        BadToken.invalid("no session", forger.macWithout("sid")),
        new BadToken("expired", forger.macWith("exp", 1_000_000_000), "Token is expired"),
        new BadToken("no exp", forger.macWithout("exp"), "Token has no 'exp' claim"),
        new BadToken("no jti", forger.macWithout("jti"), "Token has no id"),
        new BadToken("no type", forger.macWithout("token_type"), "Token has no type"),
        new BadToken("no user", forger.macWithout("user_id"), BadToken.NOBODY));
  }

  @Test
  void refusesTheRefreshTokenOfAnAccountThatIsGoneOrInactive() {
    Answer gone = Person.stranger().signUp();
    Rows.change("delete from account where id = ?", gone.accountId());
    Rows.change("update account set state = 'DISABLED' where id = ?", login.accountId());

    for (String token : new String[] {gone.refresh(), login.refresh()}) {
      Refusals.assertRefused(
          TokenApi.verify(token),
          "No active account found for the given token.",
          "no_active_account");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"access", "sliding"})
  void refusesTheBearerTokenOfAnAccountThatIsGoneOrInactive(String type) {
    String token = token(type);

    Rows.change("update account set state = 'DISABLED' where id = ?", login.accountId());
    Refusals.assertRefused(TokenApi.verify(token), "User is inactive", "user_inactive");

    Rows.change("delete from account where id = ?", login.accountId());
    Refusals.assertRefused(TokenApi.verify(token), "User not found", "user_not_found");
  }

  @Test
  void refusesTheRefreshTokenOfAnAccountWithAnotherPassword() {
    TokenApi.endByPasswordChange(login.accountId());

    Refusals.assertRefused(
        TokenApi.verify(login.refresh()),
        "The user's password has been changed.",
        "password_changed");
  }

  @ParameterizedTest
  @EndsOfAccounts
  void refusesTheBearerTokensOfAnAccountAsTheApiDoes(String because, String detail, String code) {
    String sliding = TokenApi.sliding(kim);

    Rows.revoke(login.accountId(), because);

    Eventually.get(() -> Signet.get("/api/me", login.access()).status(), status -> status != 200);
    Refusals.assertRefused(TokenApi.verify(login.access()), detail, code);
    Refusals.assertRefused(TokenApi.verify(sliding), detail, code);
    Refusals.assertRefused(Signet.get("/api/me", login.access()), detail, code);
  }

  private String token(String type) {
    return type.equals("sliding") ? TokenApi.sliding(kim) : login.text(type);
  }
}
