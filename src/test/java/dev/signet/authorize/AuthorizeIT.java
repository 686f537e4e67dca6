package dev.signet.authorize;

import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.WEB;
import static dev.signet.wire.OAuthClient.answered;
import static dev.signet.wire.OAuthClient.browserOf;
import static dev.signet.wire.OAuthClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Detour;
import dev.signet.wire.Eventually;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The authorization code flow, by who is logged in. */
@WireTest
class AuthorizeIT {

  private static final String ISSUER = "http://localhost:8080/signet";

  @Test
  void givesACodeThatBecomesTokensToAClientThatIsTrusted() {
    CookieClient browser = browserOf(Person.signedUp());

    Answer answer = browser.get(path(TRUSTED.request()));

    assertThat(answer.header("Location")).startsWith(TRUSTED.redirectUri() + "?");
    assertThat(answered(answer))
        .containsEntry("state", "the state/of it")
        .containsEntry("iss", ISSUER)
        .containsOnlyKeys("code", "state", "iss");
    Answer tokens = TRUSTED.exchange(answered(answer).get("code"));
    assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
    assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
    assertThat(tokens.json().keySet())
        .containsExactlyInAnyOrder(
            "access_token", "token_type", "expires_in", "scope", "refresh_token", "id_token");
  }

  @Test
  void saysInTheIdTokenWhoHasLoggedIn() {
    Person person = Person.stranger();
    String account = person.signUp().accountId().toString();
    CookieClient browser = browserOf(person);

    JsonObject tokens = TRUSTED.exchange(TRUSTED.code(browser, "openid profile")).json();

    JsonObject id = Claims.of(tokens.getString("id_token"));
    assertThat(id.getString("iss")).isEqualTo(ISSUER);
    assertThat(id.getString("sub")).isEqualTo(account);
    assertThat(id.getString("aud")).isEqualTo("trusted");
    assertThat(id.getString("nonce")).isEqualTo("n-0S6_WzA2Mj");
    assertThat(id.getString("acr")).isEqualTo("1");
    assertThat(id.getJsonArray("amr").getString(0)).isEqualTo("pwd");
    assertThat(id.keySet())
        .containsExactlyInAnyOrder(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "acr",
            "amr",
            "at_hash",
            "sid");
    JsonObject access = Claims.of(tokens.getString("access_token"));
    assertThat(access.getString("client_id")).isEqualTo("trusted");
    assertThat(access.getString("scope")).isEqualTo("openid profile");
  }

  @Test
  void sendsWhoIsNotLoggedInToTheLoginAndTakesHimBack() {
    Person person = Person.signedUp();
    CookieClient browser = new CookieClient(Signet::request);

    Detour login = Detour.of(browser, TRUSTED.request());
    assertThat(login.location())
        .startsWith("/signet/login?")
        .contains("continue=%2Fsignet%2Foauth2%2Fauthorize");
    Answer bounce =
        browser.submit(
            "/login",
            Map.of(
                "username", person.username(),
                "password", Signet.PASSWORD,
                "continue", login.onward()));
    assertThat(bounce.body()).contains("http-equiv=\"refresh\"");

    assertThat(answered(browser.get(Detour.next(bounce)))).containsKey("code");
  }

  @Test
  void asksBeforeAClientGetsAnythingAndNotAgain() {
    CookieClient browser = browserOf(Person.signedUp());

    Detour consent = Detour.of(browser, WEB.requestWith("scope", "openid email"));
    assertThat(consent.location()).startsWith("/signet/consent?");
    Answer page = consent.page();
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Webshop").contains("see your e-mail address");
    String next = Detour.next(consent.decide("allow"));

    assertThat(answered(browser.get(next))).containsKey("code");
    assertThat(answered(browser.get(path(WEB.requestWith("scope", "openid"))))).containsKey("code");
    assertThat(browser.get(path(WEB.requestWith("scope", "openid profile"))).header("Location"))
        .startsWith("/signet/consent?");
    assertThat(browser.get(path(WEB.requestWith("prompt", "consent"))).header("Location"))
        .startsWith("/signet/consent?");
  }

  /** A single claim is no way around the person. */
  @Test
  void asksAboutSingleClaimsAsAboutTheirScopes() {
    CookieClient browser = browserOf(Person.signedUp());
    Map<String, String> request =
        WEB.requestWith("claims", "{\"userinfo\":{\"email\":{\"essential\":true}}}");

    Detour consent = Detour.of(browser, request);

    assertThat(consent.page().body()).contains("see your e-mail address");
  }

  @Test
  void tellsTheClientThatThePersonHasSaidNo() {
    CookieClient browser = browserOf(Person.signedUp());

    Answer decided = Detour.of(browser, WEB.request()).decide("deny");

    Answer answer = browser.get(Detour.next(decided));
    assertThat(answer.header("Location")).startsWith("https://web.example/callback?tenant=1&");
    assertThat(answered(answer))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "the state/of it")
        .containsEntry("iss", ISSUER)
        .doesNotContainKey("code");
  }

  @Test
  void takesNoDecisionWithoutProofThatItWasMadeHere() {
    CookieClient browser = browserOf(Person.signedUp());
    String here = Detour.of(browser, WEB.request()).onward();

    Answer forged = browser.submit("/consent", Map.of("continue", here, "decision", "allow"));

    assertThat(forged.status()).isEqualTo(403);
    assertThat(browser.get(path(WEB.request())).header("Location")).startsWith("/signet/consent?");
  }

  @Test
  void neverShowsAPageWhereThePromptIsNone() {
    CookieClient nobody = new CookieClient(Signet::request);
    assertThat(answered(nobody.get(path(TRUSTED.requestWith("prompt", "none")))))
        .containsEntry("error", "login_required");
    CookieClient browser = browserOf(Person.signedUp());
    assertThat(answered(browser.get(path(WEB.requestWith("prompt", "none")))))
        .containsEntry("error", "consent_required");
    assertThat(answered(browser.get(path(TRUSTED.requestWith("prompt", "none")))))
        .containsKey("code");
  }

  @Test
  void hasSomebodyLogInAgainWhereTheClientAsksForIt() {
    Person person = Person.signedUp();
    CookieClient browser = browserOf(person);
    for (Map<String, String> request :
        List.of(TRUSTED.requestWith("prompt", "login"), TRUSTED.requestWith("max_age", "0"))) {
      Detour login = Detour.of(browser, request);
      assertThat(login.location()).startsWith("/signet/login?again=1&");
      assertThat(login.goOn().header("Location"))
          .as("without a login")
          .startsWith("/signet/login?again=1&");

      assertThat(login.page().body()).contains(person.username());
      Answer answer = Eventually.get(() -> again(login, person), AuthorizeIT::hasCode);

      assertThat(answered(answer)).containsKey("code");
    }
  }

  /** Who logs in twice in one second is asked once more. */
  private static Answer again(Detour login, Person person) {
    CookieClient browser = login.browser();
    browser.submit(
        "/login",
        Map.of(
            "username",
            person.username(),
            "password",
            Signet.PASSWORD,
            "session",
            Claims.of(browser.cookie("access").orElseThrow()).getString("sid"),
            "continue",
            login.onward()));
    return login.goOn();
  }

  private static boolean hasCode(Answer answer) {
    return answer.header("Location").contains("code=");
  }

  @Test
  void isOneLoginForAllClientsAndOneLogout() {
    CookieClient browser = browserOf(Person.signedUp());
    JsonObject one = TRUSTED.exchange(TRUSTED.code(browser, "openid")).json();
    JsonObject other = OAuthClient.SPA.exchange(OAuthClient.SPA.code(browser, "openid")).json();
    assertThat(Claims.of(one.getString("id_token")).getString("sid"))
        .isNotEqualTo(Claims.of(other.getString("id_token")).getString("sid"));

    browser.submit("/logout", Map.of("csrf_token", browser.cookie("csrf").orElseThrow()));

    assertThat(TRUSTED.refresh(one.getString("refresh_token")).text("error"))
        .isEqualTo("invalid_grant");
    assertThat(OAuthClient.SPA.refresh(other.getString("refresh_token")).text("error"))
        .isEqualTo("invalid_grant");
  }

  @Test
  void letsAClientGoOnThatWasAllowedTo() {
    CookieClient browser = browserOf(Person.signedUp());
    JsonObject tokens = TRUSTED.exchange(TRUSTED.code(browser, "openid offline_access")).json();

    browser.submit("/logout", Map.of("csrf_token", browser.cookie("csrf").orElseThrow()));

    assertThat(TRUSTED.refresh(tokens.getString("refresh_token")).status()).isEqualTo(200);
  }

  @Test
  void takesAFormAndAnswersByOne() {
    CookieClient browser = browserOf(Person.signedUp());

    Answer link =
        browser.send(
            browser
                .submitting("/oauth2/authorize", TRUSTED.requestWith("response_mode", "form_post"))
                .header("Sec-Fetch-Site", "cross-site"));
    assertThat(link.header("Location")).startsWith("/signet/oauth2/authorize?");
    Answer page = browser.get(link.header("Location").substring("/signet".length()));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .contains("base-uri 'none'")
        .doesNotContain("form-action");
    assertThat(page.body())
        .as("HtmlUnit, as the conformance suite drives it, runs no modules")
        .contains("<script defer src=")
        .contains("action=\"https://trusted.example/callback\"")
        .contains("name=\"code\"")
        .contains("name=\"iss\"")
        .contains("name=\"state\" value=\"the state/of it\"");
  }
}
