package dev.signet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JSON API where {@code signet.login.transport} is cookie: two cookies, compared with the row.
 */
@Tag("startup")
class CookieModeIT {

  private static final String LOGIN = "/api/auth/login";
  private static final String REFRESH = "/api/auth/refresh";
  private static final String LOGOUT = "/api/auth/logout";

  private static ServerProcess server;

  private final Person kim = Person.stranger();
  private final CookieClient browser = new CookieClient(path -> server.request(path));

  @BeforeAll
  static void start() {
    server =
        ServerProcess.start(
                ServerProcess.folder("cookies"),
                ServerProcess.war(),
                Map.of("SIGNET_LOGIN_TRANSPORT", "cookie"))
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    server.expectQuietLog();
    server.close();
  }

  @Test
  void aSignUpGivesItsTokensInCookiesOnly() {
    Answer signup = browser.post("/api/auth/signup", kim.signupRequest());

    assertThat(signup.status()).isEqualTo(201);
    assertThat(signup.json().keySet())
        .containsExactly("expires_in", "refresh_expires_in", "csrf_token", "user");
    assertThat(setCookies(signup))
        .anyMatch(c -> c.matches("access=ey[^;]+; Path=/; Max-Age=300; HttpOnly; SameSite=Lax"))
        .anyMatch(
            c ->
                c.matches(
                    "refresh=ey[^;]+; Path=/signet/api/auth; Max-Age=1800; HttpOnly;"
                        + " SameSite=Strict"))
        .contains("csrf=" + signup.text("csrf_token") + "; Path=/; Max-Age=1800; SameSite=Lax");
    assertThat(signup.body()).doesNotContain(browser.cookie("access").orElseThrow());
  }

  @Test
  void theCookieLetsABrowserIn() {
    logIn();

    Answer me = browser.get("/api/me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().getJsonObject("user").getString("username")).isEqualTo(kim.username());
  }

  @Test
  void theOneWhoIsRememberedKeepsThemLonger() {
    server.post("/api/auth/signup", kim.signupRequest());

    Answer login =
        browser.post(
            LOGIN,
            Map.of("username", kim.username(), "password", Signet.PASSWORD, "remember_me", "on"));

    assertThat(login.json().getInt("refresh_expires_in")).isEqualTo(14 * 24 * 3600);
  }

  @Test
  void theHeaderWinsOverTheCookie() {
    logIn();

    Answer me = browser.send(browser.request("/api/me").header("Authorization", "Bearer rubbish"));

    assertThat(me.status()).isEqualTo(401);
    assertThat(me.text("code")).isEqualTo("token_not_valid");
  }

  @ParameterizedTest
  @ValueSource(strings = {LOGIN, "/api/auth/signup", "/api/auth/email/verify"})
  void noOtherSiteHasABrowserLogIn(String url) {
    Answer refused =
        browser.send(
            browser.submitting(url, kim.signupRequest()).header("Origin", "https://evil.example"));

    refusedAsForged(refused);
    assertThat(setCookies(refused)).isEmpty();
  }

  @Test
  void aRefreshReplacesTheTokensInTheCookies() {
    logIn();
    String access = browser.cookie("access").orElseThrow();
    String refresh = browser.cookie("refresh").orElseThrow();

    Answer refreshed = browser.postProven(REFRESH, Map.of());

    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.json().keySet())
        .containsExactly("expires_in", "refresh_expires_in", "csrf_token", "user");
    assertThat(browser.cookie("refresh").orElseThrow()).isNotEqualTo(refresh);
    assertThat(browser.cookie("access").orElseThrow()).isNotEqualTo(access);
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aRefreshNeedsNoAccessToken() {
    logIn();
    browser.forget("access");

    assertThat(browser.get("/api/me").text("code")).isEqualTo("not_authenticated");
    assertThat(browser.postProven(REFRESH, Map.of()).status()).isEqualTo(200);
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aRefreshWithoutACookieSaysSo() {
    Answer refused = browser.post(REFRESH, Map.of());

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text("code")).isEqualTo("token_missing");
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void whoAsksAtTheSameTimeGetsTheSameTokens() {
    logIn();

    List<Answer> answers = Parallel.times(8, i -> browser.copy().postProven(REFRESH, Map.of()));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers.stream().map(CookieModeIT::setCookies).map(List::copyOf).distinct())
        .hasSize(1);
  }

  @Test
  void theLoserOfARaceTakesNoCookieFromTheWinner() {
    logIn();
    CookieClient loser = browser.copy();
    browser.postProven(REFRESH, Map.of());
    browser.postProven(REFRESH, Map.of());

    Answer reused = loser.postProven(REFRESH, Map.of());

    assertThat(reused.text("code")).isEqualTo("token_reused");
    assertThat(setCookies(reused)).isEmpty();
    assertThat(browser.postProven(REFRESH, Map.of()).status()).isEqualTo(401);
  }

  @Test
  void aLogoutClearsEachCookieAsItWasSet() {
    logIn();

    Answer logout = browser.postProven(LOGOUT, Map.of());

    assertThat(logout.status()).isEqualTo(204);
    assertThat(setCookies(logout))
        .containsExactlyInAnyOrder(
            "access=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
            "refresh=; Path=/signet/api/auth; Max-Age=0; HttpOnly; SameSite=Strict",
            "csrf=; Path=/; Max-Age=0; SameSite=Lax");
    assertThat(logout.header("Clear-Site-Data")).isEqualTo("\"storage\"");
    assertThat(browser.cookie("refresh")).isEmpty();
  }

  @Test
  void aLogoutEndsTheSession() {
    logIn();
    CookieClient copy = browser.copy();
    browser.forget("access");

    assertThat(browser.postProven(LOGOUT, Map.of()).status()).isEqualTo(204);

    assertThat(copy.get("/api/me").status()).isEqualTo(401);
    assertThat(copy.postProven(REFRESH, Map.of()).status()).isEqualTo(401);
    assertThat(copy.postProven(LOGOUT, Map.of()).status()).as("once more").isEqualTo(204);
  }

  @Test
  void aLogoutEndsTheSessionThatARefreshTokenIsNotOf() {
    CookieClient thief = new CookieClient(path -> server.request(path));
    thief.post("/api/auth/signup", Person.stranger().signupRequest());
    for (String planted : List.of("rubbish", thief.cookie("refresh").orElseThrow())) {
      logInAs(Person.stranger());
      CookieClient copy = browser.copy();
      browser.change("refresh", planted);

      assertThat(browser.postProven(LOGOUT, Map.of()).status()).isEqualTo(204);

      assertThat(copy.get("/api/me").status()).as(planted).isEqualTo(401);
    }
    assertThat(thief.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aLogoutWithoutProofEndsNothingThoughTheRefreshTokenIsRubbish() {
    logIn();
    browser.change("refresh", "rubbish");

    refusedAsForged(browser.post(LOGOUT, Map.of()));

    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void garbageInTheCookiesIsNobody() {
    logIn();
    browser.change("access", "rubbish");
    browser.change("refresh", "rubbish");

    assertThat(browser.get("/api/me").text("code")).isEqualTo("token_not_valid");
    assertThat(browser.postProven(REFRESH, Map.of()).text("code")).isEqualTo("token_not_valid");
    assertThat(browser.postProven(LOGOUT, Map.of()).status()).isEqualTo(204);
  }

  @Test
  void aRefreshTokenIsNoAccessTokenAndTheOtherWayRound() {
    logIn();
    String access = browser.cookie("access").orElseThrow();
    browser.change("access", browser.cookie("refresh").orElseThrow());
    browser.change("refresh", access);

    assertThat(browser.get("/api/me").status()).isEqualTo(401);
    assertThat(browser.postProven(REFRESH, Map.of()).status()).isEqualTo(401);
  }

  @Test
  void whatIsForEverybodyDoesNotMindTheCookies() {
    logIn();
    browser.change("access", "rubbish");

    Answer login = browser.post(LOGIN, Map.of("username", kim.username(), "password", "wrong"));
    assertThat(login.text("code")).isEqualTo("no_active_account");
    Answer django =
        browser.post(
            "/api/token/", Map.of("username", kim.username(), "password", Signet.PASSWORD));
    assertThat(django.json().keySet()).contains("access", "refresh");
    assertThat(setCookies(django)).isEmpty();
  }

  @Test
  void aTokenInTheBodyIsAnsweredInTheBody() {
    logIn();
    Answer django =
        server.post("/api/token/", Map.of("username", kim.username(), "password", Signet.PASSWORD));

    Answer refreshed = browser.post(REFRESH, Map.of("refresh", django.refresh()));

    assertThat(refreshed.json().keySet()).contains("access", "refresh");
    assertThat(setCookies(refreshed)).isEmpty();
  }

  private void logIn() {
    logInAs(kim);
  }

  private void logInAs(Person person) {
    Answer signup = browser.post("/api/auth/signup", person.signupRequest());
    assertThat(signup.status()).isEqualTo(201);
  }

  private static void refusedAsForged(Answer refused) {
    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    assertThat(refused.text("code")).isEqualTo("csrf_failed");
  }

  /** Those with tokens: the device has one of its own. */
  private static List<String> setCookies(Answer answer) {
    return answer.response().headers().allValues("Set-Cookie").stream()
        .filter(cookie -> !cookie.startsWith("signet-device="))
        .toList();
  }
}
