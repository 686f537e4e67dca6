package dev.signet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers that have one token only, which the server renews by the session. */
@Tag("startup")
class SessionCookieIT {

  private static final String SESSIONS = "/api/me/sessions";
  private static ServerProcess server;

  private final CookieClient browser = new CookieClient(path -> server.request(path));
  private Answer signup;

  @BeforeAll
  static void start() {
    server =
        ServerProcess.start(
                ServerProcess.folder("session-cookie"),
                ServerProcess.war(),
                Map.of(
                    "SIGNET_LOGIN_TRANSPORT", "cookie",
                    "SIGNET_LOGIN_COOKIE_REFRESH", "session",
                    "SIGNET_TOKEN_ACCESS_LIFETIME", "PT2S",
                    "SIGNET_SESSION_ROTATION_GRACE", "PT1S"))
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    server.expectQuietLog();
    server.close();
  }

  @BeforeEach
  void signUp() {
    signup = browser.post("/api/auth/signup", Person.stranger().signupRequest());
    assertThat(signup.status()).isEqualTo(201);
  }

  @Test
  void theOneCookieLastsAsLongAsTheSessionMayBeIdle() {
    List<String> cookies = signup.response().headers().allValues("Set-Cookie");

    assertThat(cookies)
        .anyMatch(c -> c.matches("access=ey[^;]+; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax"))
        .noneMatch(c -> c.startsWith("refresh="));
    assertThat(signup.json().getInt("expires_in")).isEqualTo(2);
    assertThat(signup.json().getInt("refresh_expires_in")).isEqualTo(1800);
  }

  @Test
  void anExpiredTokenIsRenewedOnTheWay() {
    String first = access();

    Eventually.get(() -> browser.get("/api/me").status() == 200 && !access().equals(first), b -> b);

    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/jwks", "/assets;x/style.css"})
  void nobodyOnTheWayKeepsATokenThatComesWithWhatIsForAll(String url) {
    assertThat(browser.get(url).header("Cache-Control")).isNotEqualTo("no-store");
    awaitExpiry();
    String expired = access();

    Answer renewed = browser.get(url);

    assertThat(access()).isNotEqualTo(expired);
    assertThat(renewed.response().headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void anAnswerThatWasLostCostsNobodyHisSession() {
    CookieClient lost = browser.copy();
    awaitExpiry();
    assertThat(lost.get("/api/me").status()).isEqualTo(200);
    awaitExpiry(lost); // and so the grace

    assertThat(browser.get("/api/me").status()).isEqualTo(200);
    assertThat(lost.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aChangeIsRenewedToo() {
    awaitExpiry();
    String expired = access();

    Answer ended =
        browser.send(
            browser
                .request(SESSIONS)
                .header("X-CSRF-Token", browser.cookie("csrf").orElseThrow())
                .DELETE());

    assertThat(ended.status()).isEqualTo(204);
    assertThat(access()).isNotEqualTo(expired);
  }

  @Test
  void whatNobodyAskedForDoesNotKeepTheSessionAlive() {
    awaitExpiry();
    String expired = access();

    Answer sessions = browser.send(browser.request(SESSIONS).header("X-Signet-Background", "1"));

    assertThat(access()).isNotEqualTo(expired);
    JsonObject session = sessions.array().getJsonObject(0);
    assertThat(session.getString("last_used_at")).isEqualTo(session.getString("created_at"));
  }

  /** With no body, as signet.js asks. */
  @Test
  void aBrowserMayAskForTheNextOneItself() {
    String first = access();

    Answer refreshed =
        browser.send(
            browser
                .request("/api/auth/refresh")
                .header("X-CSRF-Token", browser.cookie("csrf").orElseThrow())
                .POST(BodyPublishers.noBody()));

    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(access()).isNotEqualTo(first);
    assertThat(refreshed.json().keySet()).doesNotContain("access", "refresh");
  }

  @Test
  void aCopyThatIsShownLateEndsTheSession() {
    CookieClient thief = browser.copy();
    browser.postProven("/api/auth/refresh", Map.of());

    awaitExpiry(browser); // and so the grace

    Answer reused =
        Eventually.get(() -> thief.copy().get("/api/me"), answer -> answer.status() == 401);

    assertThat(reused.text("code")).isEqualTo("token_reused");
    assertThat(reused.response().headers().allValues("Set-Cookie")).isEmpty();
    assertThat(browser.get("/api/me").body()).contains("Token is blacklisted");
  }

  @Test
  void aTokenAloneIsNotRenewed() {
    browser.forget("csrf");
    awaitExpiry();

    assertThat(browser.get("/api/me").body()).contains("Token is expired");
  }

  @Test
  void aSessionThatHasEndedIsNotRenewed() {
    CookieClient copy = browser.copy();
    assertThat(browser.postProven("/api/auth/logout", Map.of()).status()).isEqualTo(204);
    awaitExpiry(copy);

    Answer refused = copy.get("/api/me");

    assertThat(refused.body()).contains("Token is blacklisted");
    assertThat(refused.response().headers().allValues("Set-Cookie")).isEmpty();
  }

  private String access() {
    return browser.cookie("access").orElseThrow();
  }

  private void awaitExpiry() {
    awaitExpiry(browser);
  }

  /** The header takes the same token and renews none. */
  private static void awaitExpiry(CookieClient client) {
    String token = client.cookie("access").orElseThrow();
    Eventually.get(
        () -> server.get("/api/me", token).body(), body -> body.contains("Token is expired"));
  }
}
