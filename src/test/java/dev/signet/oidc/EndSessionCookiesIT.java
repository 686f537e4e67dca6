package dev.signet.oidc;

import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.browserOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Person;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which of its cookies {@code /oauth2/logout} knows whether a browser is logged in. */
@WireTest
class EndSessionCookiesIT {

  private static final String BYE = "https://trusted.example/bye";
  private static final String QUESTION = "Do you want to log out on this device?";
  private static final String DONE = "You are logged out.";
  private static final Pattern REFRESH = Pattern.compile("content=\"0;url=/signet([^\"]+)\"");
  private static final Pattern PROOF = Pattern.compile("name=\"csrf_token\" value=\"([^\"]+)\"");

  private final Person kim = Person.signedUp();
  private final CookieClient browser = browserOf(kim);
  private final CookieClient copy = browser.copy();
  private String hint;

  @BeforeEach
  void logInToAClient() {
    hint = TRUSTED.exchange(TRUSTED.code(browser, "openid")).text("id_token");
    browser.forget("access");
  }

  /** Whatever the client has to say beside the ID token. */
  @ParameterizedTest
  @ValueSource(ints = {1, 6000, 12_000})
  void theRefreshCookieIsAsGoodAsAnAccessTokenThatHasExpired(int length) {
    String state = "s".repeat(length);

    Answer done =
        get(Map.of("id_token_hint", hint, "post_logout_redirect_uri", BYE, "state", state));

    assertThat(done.header("Location")).isEqualTo(BYE + "?state=" + state);
    assertThat(browser.cookie("refresh")).isEmpty();
    assertAlive(false);
  }

  @Test
  void whoseAccessTokenHasExpiredIsAskedWhateverTheAddressSays() {

    Answer asked = get(Map.of("client_id", "web", "renewed", "1", "again", "1"));

    assertThat(asked.body()).contains(QUESTION);
    assertAlive(true);
    assertThat(confirm(asked).body()).contains(DONE);
    assertThat(browser.cookie("refresh")).isEmpty();
    assertAlive(false);
  }

  /** A browser sends its strict cookie to nobody that another site has sent it to. */
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", ""})
  void whoComesFromElsewhereIsHadAskOnceMoreByAPageOfOurs(String site) {
    CookieClient fromElsewhere = browser.copy();
    fromElsewhere.forget("refresh");

    Answer page = from(site, fromElsewhere, page(Map.of("id_token_hint", hint, "state", "a b&c")));
    String next = goesOnTo(page);

    assertThat(next).startsWith("/" + EndSessionPage.PATH + "?again=1&");
    assertThat(browser.get(next).body()).contains(DONE);
    assertThat(browser.cookie("refresh")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", ""})
  void nobodyIsToldThatHeIsLoggedOutWhereHisCookieMayNotHaveCome(String site) {
    CookieClient fromElsewhere = browser.copy();
    fromElsewhere.forget("refresh");

    Answer asked =
        from(site, fromElsewhere, page(Map.of("client_id", "web")) + "&again=1&renewed=1");
    assertThat(asked.body()).contains(QUESTION);
    Answer anew = follow(confirm(asked));

    assertThat(anew.body()).as("now it has come").contains(QUESTION, "csrf_token");
    assertAlive(true);
    assertThat(confirm(anew).body()).contains(DONE);
    assertAlive(false);
  }

  @Test
  void whoKeepsNothingThatIsGoodIsLoggedOut() {
    browser.change("refresh", "rubbish");
    assertThat(get(Map.of("client_id", "web")).body()).contains(DONE);

    browser.forget("refresh");
    assertThat(from("same-origin", browser, page(Map.of("client_id", "web"))).body())
        .contains(DONE);
    Answer asked = from("", browser, page(Map.of("client_id", "web")) + "&again=1");
    assertThat(asked.body()).contains(QUESTION);
    assertThat(confirm(asked).body()).contains(DONE);
    assertThat(browser.cookie("csrf")).isEmpty();
  }

  /** Clients refresh what they have of a login for longer than its browser keeps it. */
  @Test
  void aLoginThatItsBrowserHasLostIsEndedByAnIdTokenOfItAndNoOtherLogin() {
    String refresh = TRUSTED.exchange(TRUSTED.code(copy, "openid")).text("refresh_token");
    CookieClient elsewhere = browserOf(kim);
    browser.forget("refresh");
    browser.forget("csrf");

    Answer done = get(Map.of("id_token_hint", hint, "post_logout_redirect_uri", BYE));

    assertThat(done.header("Location")).isEqualTo(BYE);
    assertAlive(false);
    assertThat(TRUSTED.refresh(refresh).text("error")).isEqualTo("invalid_grant");
    assertThat(elsewhere.get("/api/me").status()).isEqualTo(200);
  }

  private void assertAlive(boolean alive) {
    Answer answer = copy.get("/api/me");
    if (alive) {
      assertThat(answer.status()).isEqualTo(200);
    } else {
      assertThat(answer.body()).contains("Token is blacklisted");
    }
  }

  private Answer get(Map<String, String> request) {
    return follow(browser.get("/oauth2/logout?" + OAuthClient.query(request)));
  }

  private Answer follow(Answer redirect) {
    assertThat(redirect.status()).as(redirect.body()).isEqualTo(303);
    return browser.get(redirect.header("Location").replaceFirst("^/signet", ""));
  }

  private static Answer from(String site, CookieClient client, String path) {
    HttpRequest.Builder request = client.request(path);
    return client.send(site.isEmpty() ? request : request.header("Sec-Fetch-Site", site));
  }

  private static String goesOnTo(Answer page) {
    Matcher refresh = REFRESH.matcher(page.body());
    assertThat(refresh.find()).as(page.body()).isTrue();
    return refresh.group(1).replace("&amp;", "&");
  }

  private static String page(Map<String, String> request) {
    return "/" + EndSessionPage.PATH + "?" + OAuthClient.query(request);
  }

  private Answer confirm(Answer asked) {
    Map<String, String> fields = new HashMap<>(Map.of("client_id", "web"));
    Matcher proof = PROOF.matcher(asked.body());
    if (proof.find()) {
      fields.put("csrf_token", proof.group(1));
    }
    return browser.submit("/" + EndSessionPage.PATH, fields);
  }
}
