package dev.signet.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What another site has a browser send that is logged in here, by the page, as pages always are.
 */
@WireTest
class ForgedRequestsIT {

  private static final String REFRESH = "/api/auth/refresh";
  private static final String LOGOUT = "/api/auth/logout";
  private static final String SESSIONS = "/api/me/sessions";
  private static final String CHANGE = "/api/auth/password/change";
  private static final Map<String, String> CHOICE =
      Map.of("current_password", Signet.PASSWORD, "new_password", "quite-another find-me-in-a-log");

  private final Person kim = Person.signedUp();
  private final CookieClient browser = new CookieClient(Signet::request);

  @BeforeEach
  void logIn() {
    Answer login =
        browser.submit("/login", Map.of("username", kim.username(), "password", Signet.PASSWORD));
    assertThat(login.status()).isEqualTo(303);
  }

  @Test
  void aChangeByCookieNeedsProof() {
    assertForged(browser.send(browser.request(SESSIONS).DELETE()));
    assertForged(
        browser.send(browser.request(SESSIONS).header("Sec-Fetch-Site", "same-origin").DELETE()));
    assertForged(
        browser.send(browser.request(SESSIONS).header("X-CSRF-Token", "x".repeat(43)).DELETE()));

    Answer proven = browser.send(browser.request(SESSIONS).header("X-CSRF-Token", csrf()).DELETE());
    assertThat(proven.status()).isEqualTo(204);
  }

  @Test
  void toLookNeedsNone() {
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
    assertThat(browser.get(SESSIONS).array()).hasSize(2);
  }

  @Test
  void theProofOfAnotherSessionIsNone() {
    String before = csrf();
    logIn();

    assertThat(csrf()).isNotEqualTo(before);
    assertForged(browser.send(browser.request(SESSIONS).header("X-CSRF-Token", before).DELETE()));
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site",
    "Origin,https://evil.example",
    "Origin,null"
  })
  void noProofHelpsThePageOfAnotherSite(String header, String value) {
    for (String url : List.of(REFRESH, LOGOUT)) {
      assertForged(
          browser.send(
              browser.posting(url, Map.of()).header("X-CSRF-Token", csrf()).header(header, value)));
    }
    assertForged(
        browser.send(
            browser
                .request(SESSIONS)
                .header("X-CSRF-Token", csrf())
                .header(header, value)
                .DELETE()));
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {REFRESH, LOGOUT})
  void noTokenIsReplacedOrClearedWithoutProof(String url) {
    Answer refused = browser.post(url, Map.of());

    assertForged(refused);
    assertThat(refused.response().headers().allValues("Set-Cookie")).isEmpty();
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aFormProvesByAField() {
    Map<String, String> proven = new HashMap<>(CHOICE);
    proven.put("csrf_token", csrf());

    assertForged(browser.send(browser.submitting(CHANGE, CHOICE)));
    assertThat(browser.send(browser.submitting(CHANGE, proven)).status()).isEqualTo(204);
  }

  @Test
  void aHeaderNeedsNoProofBesideTheCookies() {
    String access = browser.cookie("access").orElseThrow();

    Answer ended =
        browser.send(
            browser
                .request(SESSIONS)
                .header("Authorization", "Bearer " + access)
                .header("Sec-Fetch-Site", "cross-site")
                .DELETE());

    assertThat(ended.status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account/name",
        "/account/applications",
        "/account/sessions/end",
        "/account/sessions/end-others",
        "/account/password",
        "/account/email"
      })
  void noFormOfAPageIsTakenWithoutProof(String url) {
    Answer refused = browser.submit(url, Map.of("name", "Forged", "id", "x", "email", "x@x"));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Content-Type")).startsWith("text/html");
    assertThat(refused.body()).contains("does not prove that it comes from a page of this service");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/signup",
        "/logout",
        "/forgot-password",
        "/reset-password",
        "/verify-email",
        "/verify-email/resend",
        "/account/name"
      })
  void noFormOfAnotherSiteIsTaken(String url) {
    Map<String, String> form =
        Map.of(
            "username", kim.username(),
            "password", Signet.PASSWORD,
            "email", kim.email(),
            "csrf_token", csrf());

    Answer refused =
        browser.send(browser.submitting(url, form).header("Sec-Fetch-Site", "cross-site"));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.response().headers().allValues("Set-Cookie")).isEmpty();
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  private String csrf() {
    return browser.cookie("csrf").orElseThrow();
  }

  private static void assertForged(Answer refused) {
    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    assertThat(refused.text("code")).isEqualTo("csrf_failed");
  }
}
