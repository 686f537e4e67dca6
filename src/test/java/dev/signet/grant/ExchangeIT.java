package dev.signet.grant;

import static dev.signet.wire.OAuthClient.OTHER;
import static dev.signet.wire.OAuthClient.SPA;
import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.browserOf;
import static dev.signet.wire.OAuthClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.CookieClient;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes and refresh tokens, exchanged by whom they belong to and by others. */
@WireTest
class ExchangeIT {

  private CookieClient browser;

  @BeforeEach
  void logIn() {
    browser = browserOf(Person.signedUp());
  }

  /** a second use ends what came of the first. */
  @Test
  void exchangesACodeOnce() {
    String code = TRUSTED.code(browser, "openid");
    Answer tokens = TRUSTED.exchange(code);
    assertRefused(TRUSTED.exchange(code), 400, "invalid_grant");
    assertEnded(tokens);
  }

  private static void assertEnded(Answer tokens) {
    Map<String, String> access = Map.of("token", tokens.text("access_token"));
    assertRefused(TRUSTED.refresh(tokens.text("refresh_token")), 400, "invalid_grant");
    assertThat(TRUSTED.post("/oauth2/introspect", access).json().getBoolean("active")).isFalse();
  }

  @Test
  void givesTokensToOneOfManyThatShowACodeAtOnce() {
    String code = TRUSTED.code(browser, "openid");

    List<Answer> answers = Parallel.times(8, i -> TRUSTED.exchange(code));

    assertThat(answers).extracting(Answer::status).containsOnly(200, 400);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    answers.stream().filter(answer -> answer.status() == 200).forEach(ExchangeIT::assertEnded);
  }

  /** T-16. */
  @ParameterizedTest
  @CsvSource({
    "code_verifier, ''",
    "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXx",
    "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX",
    "code_verifier, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    "redirect_uri, https://trusted.example/callback/",
    "redirect_uri, https://other.example/callback",
    "code, unheard-of",
  })
  void refusesACodeThatDoesNotFit(String parameter, String value) {
    Map<String, String> form = TRUSTED.exchanging(TRUSTED.code(browser, "openid"));
    String code = form.put(parameter, value);

    assertRefused(TRUSTED.token(form), 400, "invalid_grant");

    form.put(parameter, code);
    assertThat(TRUSTED.token(form).status()).as("the code itself is good still").isEqualTo(200);
  }

  @Test
  void refusesAVerifierOf129Characters() {
    Map<String, String> form = TRUSTED.exchanging(TRUSTED.code(browser, "openid"));
    form.put("code_verifier", "a".repeat(129));

    assertRefused(TRUSTED.token(form), 400, "invalid_grant");
  }

  /** a verifier of no challenge. */
  @Test
  void refusesADowngrade() {
    Map<String, String> plain = OTHER.request();
    plain.remove("code_challenge");
    plain.remove("code_challenge_method");
    Map<String, String> form =
        OTHER.exchanging(OAuthClient.answered(browser.get(path(plain))).get("code"));

    assertRefused(OTHER.token(form), 400, "invalid_grant");

    form.remove("code_verifier");
    assertThat(OTHER.token(form).status()).isEqualTo(200);
  }

  @Test
  void givesACodeToNobodyElse() {
    String code = TRUSTED.code(browser, "openid");
    Map<String, String> form = OTHER.exchanging(code);
    form.put("redirect_uri", TRUSTED.redirectUri());

    assertRefused(OTHER.token(form), 400, "invalid_grant");

    assertThat(TRUSTED.exchange(code).status()).isEqualTo(200);
  }

  @Test
  void givesNothingForACodeOfALoginThatHasEnded() {
    String code = TRUSTED.code(browser, "openid");
    browser.submit("/logout", Map.of("csrf_token", browser.cookie("csrf").orElseThrow()));

    assertRefused(TRUSTED.exchange(code), 400, "invalid_grant");
  }

  /** It is no login: nobody is told of one that has failed. */
  @Test
  void givesNothingForACodeOfAnAccountThatWasDisabled() {
    String code = TRUSTED.code(browser, "openid");
    UUID account = UUID.fromString(login().getString("sub"));
    Rows.change("update account set state = 'DISABLED' where id = ?", account);

    assertRefused(TRUSTED.exchange(code), 400, "invalid_grant");

    assertThat(
            Rows.count(
                "select count(*) from audit_event where kind = 'login_failed' and account_id = ?",
                account.toString()))
        .isZero();
  }

  /** By disuse, or because it may last no longer. */
  @ParameterizedTest
  @ValueSource(strings = {"idle_expires_at", "expires_at"})
  void refreshesNothingOfALoginThatHasRunOut(String end) {
    String refresh = TRUSTED.exchange(TRUSTED.code(browser, "openid")).text("refresh_token");
    String offline =
        TRUSTED.exchange(TRUSTED.code(browser, "openid offline_access")).text("refresh_token");
    Rows.change(
        "update session set " + end + " = ? where id = ?",
        Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC),
        login().getString("sid"));

    assertThat(introspect(refresh)).isFalse();
    assertThat(introspect(offline)).isTrue();
    assertRefused(TRUSTED.refresh(refresh), 400, "invalid_grant");
    assertThat(TRUSTED.refresh(offline).status()).isEqualTo(200);
  }

  /** Whoever works with an application for hours has not left; its timer has nobody stay. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void putsOffTheEndOfALoginThatAPersonIsAt(String background, int putOff) {
    String refresh = TRUSTED.exchange(TRUSTED.code(browser, "openid")).text("refresh_token");
    String session = login().getString("sid");
    Instant soon = Instant.now().plusSeconds(60);
    Rows.change(
        "update session set idle_expires_at = ? where id = ?",
        soon.atOffset(ZoneOffset.UTC),
        session);

    Answer next =
        Signet.send(
            OAuthClient.posting(
                    "/oauth2/token",
                    OAuthClient.query(
                        Map.of("grant_type", "refresh_token", "refresh_token", refresh)),
                    Optional.of(TRUSTED.basic()))
                .header("X-Signet-Background", background));

    assertThat(next.status()).as(next.body()).isEqualTo(200);
    assertThat(
            Rows.count(
                "select count(*) from session where id = ? and idle_expires_at > ?",
                session,
                soon.plusSeconds(60).atOffset(ZoneOffset.UTC)))
        .isEqualTo(putOff);
  }

  /** the session protocol. */
  @Test
  void givesARefreshTokenAfterTheOther() {
    JsonObject tokens = TRUSTED.exchange(TRUSTED.code(browser, "openid profile")).json();
    String first = tokens.getString("refresh_token");

    Answer second = TRUSTED.refresh(first);
    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(second.text("scope")).isEqualTo("openid profile");
    assertThat(second.text("refresh_token")).isNotEqualTo(first);
    assertThat(Claims.of(second.text("id_token")).getString("sid"))
        .isEqualTo(Claims.of(tokens.getString("id_token")).getString("sid"));
    assertThat(TRUSTED.refresh(first).text("refresh_token"))
        .as("the answer may have been lost")
        .isEqualTo(second.text("refresh_token"));
    String third = TRUSTED.refresh(second.text("refresh_token")).text("refresh_token");

    assertRefused(TRUSTED.refresh(first), 400, "invalid_grant");
    assertRefused(TRUSTED.refresh(third), 400, "invalid_grant");
  }

  /** */
  @Test
  void refreshesForWhomItWasAndForNoMoreThanThat() {
    JsonObject tokens = TRUSTED.exchange(TRUSTED.code(browser, "openid profile email")).json();
    String refresh = tokens.getString("refresh_token");
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refresh);

    assertRefused(OTHER.refresh(refresh), 400, "invalid_grant");
    assertRefused(SPA.refresh(refresh), 400, "invalid_grant");
    form.put("scope", "openid orders");
    assertRefused(TRUSTED.token(form), 400, "invalid_scope");
    form.put("scope", "openid email");
    Answer narrower = TRUSTED.token(form);
    assertThat(narrower.text("scope")).isEqualTo("email openid");
    Answer again = TRUSTED.refresh(narrower.text("refresh_token"));
    assertThat(again.text("scope")).isEqualTo("email openid profile");
  }

  @Test
  void takesNoRefreshTokenOfOurOwnClientsAndGivesThemNone() {
    Person person = Person.signedUp();
    Answer own = person.login();
    assertRefused(TRUSTED.refresh(own.refresh()), 400, "invalid_grant");
    String clients = TRUSTED.exchange(TRUSTED.code(browser, "openid")).text("refresh_token");

    assertThat(Signet.refresh(clients).status()).isEqualTo(401);
    assertThat(Signet.post("/api/token/refresh/", Map.of("refresh", clients)).status())
        .isEqualTo(401);
    assertThat(Signet.post("/api/auth/logout", Map.of("refresh", clients)).status()).isEqualTo(401);

    assertThat(TRUSTED.refresh(clients).status()).as("it is good where it belongs").isEqualTo(200);
  }

  /** */
  @Test
  void refreshesNothingForWhoHasAnotherPassword() {
    Person person = Person.signedUp();
    CookieClient elsewhere = browserOf(person);
    String refresh =
        TRUSTED.exchange(TRUSTED.code(elsewhere, "openid offline_access")).text("refresh_token");

    Answer changed =
        Signet.send(
            Signet.posting(
                    "/api/auth/password/change",
                    Map.of(
                        "current_password",
                        Signet.PASSWORD,
                        "new_password",
                        "another-one if you can"))
                .header("Authorization", "Bearer " + person.login().access()));

    assertThat(changed.status()).as(changed.body()).isBetween(200, 204);
    assertRefused(TRUSTED.refresh(refresh), 400, "invalid_grant");
  }

  @Test
  void keepsNoCodeAndNoTokenInItsRows() {
    String code = TRUSTED.code(browser, "openid");

    assertThat(Rows.count("select count(*) from authorization_code where hash = ?", code)).isZero();
  }

  private JsonObject login() {
    return Claims.of(browser.cookie("access").orElseThrow());
  }

  private static boolean introspect(String token) {
    return TRUSTED.post("/oauth2/introspect", Map.of("token", token)).json().getBoolean("active");
  }

  private static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.json().keySet()).containsExactlyInAnyOrder("error", "error_description");
  }
}
