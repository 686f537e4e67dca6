package dev.signet.oidc;

import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.browserOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /oauth2/logout} (OpenID Connect RP-Initiated Logout 1.0). */
@WireTest
class EndSessionIT {

  private static final String BYE = "https://trusted.example/bye";
  private static final String QUESTION = "Do you want to log out on this device?";
  private static final Pattern FIELD =
      Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final Person kim = Person.signedUp();
  private final CookieClient browser = browserOf(kim);
  private String hint;

  @BeforeEach
  void logInToAClient() {
    hint = idToken(browser);
  }

  @Test
  void whoComesWithAnIdTokenOfHisLoginIsLoggedOutAtOnce() {
    CookieClient copy = browser.copy();

    Answer answer = get(Map.of("id_token_hint", hint, "post_logout_redirect_uri", BYE));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(BYE);
    assertThat(answer.header("Clear-Site-Data")).isEqualTo("\"storage\"");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(browser.cookie("access")).isEmpty();
    assertThat(copy.get("/api/me").body()).contains("Token is blacklisted");
  }

  @Test
  void theStateIsRepeatedAndAFormIsAsGoodAsALink() {
    Map<String, String> form =
        Map.of(
            "id_token_hint",
            hint,
            "client_id",
            "trusted",
            "post_logout_redirect_uri",
            BYE,
            "state",
            "a/b c&d");

    Answer link =
        browser.send(
            browser.submitting("/oauth2/logout", form).header("Sec-Fetch-Site", "cross-site"));
    assertThat(link.status()).isEqualTo(303);
    Answer answer = follow(link);

    assertThat(answer.header("Location")).startsWith(BYE + "?state=");
    assertThat(OAuthClient.answered(answer)).containsOnlyKeys("state").containsValue("a/b c&d");
  }

  @Test
  void whoNamesNoGoalIsToldThatHeIsLoggedOut() {
    Answer answer = get(Map.of("id_token_hint", hint, "state", "x"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("You are logged out.");
    assertThat(browser.cookie("access")).isEmpty();
  }

  /** By their very text, as redirect URIs are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/bye",
        "https://trusted.example/bye?a=b",
        "https://trusted.example/bye/",
        "https://trusted.example/callback",
        "https://web.example/bye",
        "/bye",
        "javascript:alert(1)"
      })
  void nobodyIsSentToWhatTheClientHasNotRegistered(String uri) {
    Answer asked = get(Map.of("id_token_hint", hint, "post_logout_redirect_uri", uri));

    assertAsks(asked);
    Answer done = confirm(asked);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("You are logged out.").doesNotContain("refresh");
  }

  @Test
  void whoComesWithNothingIsAskedAndGoesNowhere() {
    Answer asked = get(Map.of());
    assertAsks(asked);

    assertThat(confirm(asked).body()).contains("You are logged out.");
    assertThat(browser.cookie("access")).isEmpty();
  }

  @Test
  void aClientThatNamesItselfIsGoneToOnceThePersonHasAgreed() {
    Answer asked =
        get(Map.of("client_id", "web", "post_logout_redirect_uri", "https://web.example/bye"));
    assertAsks(asked);
    assertThat(asked.body()).contains("Webshop would like to log you out.");

    Answer done = confirm(asked);

    assertThat(done.status()).as("a form leads to no other origin by itself").isEqualTo(200);
    assertThat(done.body())
        .contains("http-equiv=\"refresh\" content=\"0;url=https://web.example/bye\"");
    assertThat(done.header("Clear-Site-Data")).isEqualTo("\"storage\"");
    assertThat(browser.cookie("access")).isEmpty();
  }

  @Test
  void anIdTokenOfAnotherLoginIsAskedAbout() {
    String other = idToken(browserOf(kim));

    Answer asked = get(Map.of("id_token_hint", other, "post_logout_redirect_uri", BYE));

    assertAsks(asked);
    assertThat(confirm(asked).body()).contains("content=\"0;url=" + BYE + "\"");
  }

  @Test
  void aForgedIdTokenIsWorthNothing() {
    int middle = hint.indexOf('.') + 20;
    String forged =
        hint.substring(0, middle)
            + (hint.charAt(middle) == 'A' ? 'B' : 'A')
            + hint.substring(middle + 1);

    Answer asked =
        get(
            Map.of(
                "id_token_hint", forged,
                "client_id", "trusted",
                "post_logout_redirect_uri", BYE));

    assertAsks(asked);
    assertThat(confirm(asked).body()).contains("You are logged out.").doesNotContain(BYE);
  }

  @Test
  void anIdTokenOfAnotherClientIsWorthNothing() {
    Answer asked =
        get(
            Map.of(
                "id_token_hint", hint,
                "client_id", "web",
                "post_logout_redirect_uri", "https://web.example/bye"));

    assertAsks(asked);
    assertThat(confirm(asked).body()).doesNotContain("web.example");
  }

  /** RP-Initiated Logout 1.0 §4: also an access token is no ID token. */
  @Test
  void anAccessTokenIsNoHint() {
    assertAsks(get(Map.of("id_token_hint", browser.cookie("access").orElseThrow())));
  }

  @Test
  void tooMuchIsRefusedAsALinkAndAsAForm() {
    Map<String, String> request = Map.of("id_token_hint", hint, "state", "s".repeat(16 * 1024));

    Answer link = browser.get(path(request));
    Answer form = browser.submit("/oauth2/logout", request);

    for (Answer refused : List.of(link, form)) {
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.header("Content-Type")).startsWith("text/html");
    }
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void whoIsLoggedOutAlreadyGoesOnByHisIdTokenAlone() {
    CookieClient nobody = new CookieClient(Signet::request);

    Answer known = nobody.get(page(Map.of("id_token_hint", hint, "post_logout_redirect_uri", BYE)));
    Answer unknown =
        nobody.get(page(Map.of("client_id", "trusted", "post_logout_redirect_uri", BYE)));

    assertThat(known.header("Location")).isEqualTo(BYE);
    assertThat(unknown.status()).isEqualTo(200);
    assertThat(unknown.body()).contains("You are logged out.");
  }

  @Test
  void theButtonNeedsProof() {
    Answer asked = get(Map.of());
    Map<String, String> form = fields(asked);
    form.put("csrf_token", "made up");

    assertThat(browser.submit("/" + EndSessionPage.PATH, form).status()).isEqualTo(403);
    assertThat(
            browser
                .send(
                    browser
                        .submitting("/" + EndSessionPage.PATH, fields(asked))
                        .header("Sec-Fetch-Site", "cross-site"))
                .status())
        .isEqualTo(403);

    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aParameterIsThereOnce() {
    Answer refused = browser.get("/oauth2/logout?state=a&state=b");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("Content-Type")).startsWith("text/html");
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void asksInTheLanguageThatTheClientWishes() {
    assertThat(get(Map.of("client_id", "web", "ui_locales", "ko", "logout_hint", "x")).body())
        .contains("<html lang=\"ko\">", "action=\"/signet/api/auth/end-session?ui_locales=ko\"");
  }

  /** The scope of a client that asks for nothing else. */
  private static String idToken(CookieClient browser) {
    return TRUSTED.exchange(TRUSTED.code(browser, "openid")).text("id_token");
  }

  private void assertAsks(Answer answer) {
    assertThat(answer.status()).as(answer.header("Location")).isEqualTo(200);
    assertThat(answer.body()).contains(QUESTION);
    assertThat(browser.get("/api/me").status()).as("to be asked ends nothing").isEqualTo(200);
  }

  private Answer get(Map<String, String> request) {
    return follow(browser.get(path(request)));
  }

  /** Where the endpoint sends a browser on to. */
  private static String page(Map<String, String> request) {
    return "/" + EndSessionPage.PATH + "?" + OAuthClient.query(request);
  }

  private Answer follow(Answer redirect) {
    assertThat(redirect.status()).as(redirect.body()).isEqualTo(303);
    return browser.get(redirect.header("Location").replaceFirst("^/signet", ""));
  }

  private static String path(Map<String, String> request) {
    return "/oauth2/logout?" + OAuthClient.query(request);
  }

  private Answer confirm(Answer asked) {
    return browser.submit("/" + EndSessionPage.PATH, fields(asked));
  }

  private static Map<String, String> fields(Answer page) {
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(page.body());
    while (field.find()) {
      fields.put(field.group(1), field.group(2).replace("&amp;", "&"));
    }
    return fields;
  }
}
