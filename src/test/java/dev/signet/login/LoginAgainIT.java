package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /login} for who is logged in, and what a client may wish of it. */
@WireTest
class LoginAgainIT {

  private static final String AGAIN = "/login?again=1&continue=%2Fshop%3Fa%3Db";
  private static final String SENTENCE = "Give your password once more";
  private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([^\"]*)\"");

  private final Person kim = Person.signedUp();
  private final CookieClient browser = new CookieClient(Signet::request);

  @BeforeEach
  void logIn() {
    assertThat(submit(form(kim)).status()).isEqualTo(303);
  }

  @Test
  void asksWhoIsLoggedInByHisName() {
    Answer page = browser.get(AGAIN);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(SENTENCE, "name=\"continue\" value=\"/shop?a=b\"")
        .contains("value=\"" + kim.username() + "\"")
        .contains("name=\"session\" value=\"" + sid() + "\"")
        .doesNotContain("remember_me");
  }

  @Test
  void theSameAccountKeepsItsSession() {
    String sid = sid();
    makeOld(sid);
    CookieClient before = browser.copy();

    Answer redirect = submit(again(kim));

    assertThat(redirect.status()).isEqualTo(303);
    assertThat(redirect.header("Location")).isEqualTo("/shop?a=b");
    assertThat(sid()).isEqualTo(sid);
    assertThat(claims("access").getInt("auth_time"))
        .isBetween(claims(before, "access").getInt("auth_time"), claims("access").getInt("iat"));
    assertThat(claims("refresh").getInt("gen")).isOne();
    assertThat(before.get("/api/me").status()).as("an access token of before").isEqualTo(200);
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
    assertThat(logins(sid)).isEqualTo(2);
  }

  /** Who was about to refresh with the token of before gets the one that the login has given. */
  @Test
  void aRefreshThatCrossesTheLoginGetsTheSameTokens() {
    CookieClient before = browser.copy();
    submit(again(kim));

    before.postProven("/api/auth/refresh", Map.of());

    assertThat(before.cookie("refresh")).isEqualTo(browser.cookie("refresh"));
    assertThat(browser.cookie("refresh")).isPresent();
  }

  @Test
  void anotherAccountEndsTheSessionOfBefore() {
    CookieClient before = browser.copy();
    String sid = sid();
    Map<String, String> form = again(Person.signedUp());

    assertThat(submit(form).status()).isEqualTo(303);

    assertThat(sid()).isNotEqualTo(sid);
    assertThat(before.get("/api/me").body()).contains("Token is blacklisted");
  }

  @Test
  void aWrongPasswordChangesNothing() {
    String sid = sid();
    Map<String, String> form = again(kim);
    form.put("password", "find-me-in-a-log wrongly");

    Answer refused = submit(form);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body())
        .contains(SENTENCE, "name=\"session\" value=\"" + sid + "\"", kim.username());
    assertThat(logins(sid)).isOne();
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void theSessionGoesOnThoughItsAccessTokenHasExpiredAtTheForm() {
    String sid = sid();
    Map<String, String> form = again(kim);
    browser.forget("access");

    submit(form);

    assertThat(sid()).isEqualTo(sid);
  }

  @Test
  void anotherAccountEndsASessionWhoseAccessTokenHasExpired() {
    CookieClient before = browser.copy();
    Map<String, String> form = again(Person.signedUp());
    browser.forget("access");

    submit(form);

    assertThat(before.get("/api/me").body()).contains("Token is blacklisted");
  }

  @Test
  void aSessionThatTheBrowserDoesNotShowIsLeftAlone() {
    String sid = sid();
    Map<String, String> form = again(kim);
    CookieClient thief = new CookieClient(Signet::request);

    assertThat(thief.submit("/login", form).status()).isEqualTo(303);

    assertThat(sid(thief)).isNotEqualTo(sid);
    assertThat(logins(sid)).isOne();
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aSessionThatHasEndedIsReplaced() {
    String sid = sid();
    Map<String, String> form = again(kim);
    browser.copy().postProven("/api/auth/logout", Map.of());

    assertThat(submit(form).status()).isEqualTo(303);

    assertThat(sid()).isNotEqualTo(sid);
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void anExpiredAccessTokenIsRenewedBeforeOneIsAsked() {
    String sid = sid();
    browser.forget("access");

    Answer renewal = browser.get(AGAIN);
    Answer back = browser.get(path(renewal));

    assertThat(path(renewal)).startsWith("/api/auth/renew?continue=");
    assertThat(path(back)).isEqualTo("/login?again=renewed&again=1&continue=%2Fshop%3Fa%3Db");
    assertThat(browser.get(path(back)).body()).contains(SENTENCE, sid);
  }

  @Test
  void whoseLoginCannotBeRenewedIsAskedAsAnybodyIs() {
    browser.forget("access");
    browser.change("refresh", "rubbish");

    Answer back = browser.get(path(browser.get(AGAIN)));
    Answer page = browser.get(path(back));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("remember_me").doesNotContain(SENTENCE);
    assertThat(page.body()).contains("name=\"continue\" value=\"/shop?a=b\"");
  }

  @Test
  void whoWantsToBeSomebodyElseIsAskedAsAStrangerIs() {
    CookieClient before = browser.copy();

    assertThat(browser.get("/login?again=other").body())
        .contains("remember_me")
        .doesNotContain(SENTENCE, kim.username());
    submit(form(Person.signedUp()));

    assertThat(before.get("/api/me").body()).contains("Token is blacklisted");
  }

  @Test
  void asksAStrangerAsAnyLogin() {
    Answer page = new CookieClient(Signet::request).get(AGAIN + "&login_hint=%22%3Ejane");

    assertThat(page.body())
        .contains("remember_me", "value=\"&quot;&gt;jane\"")
        .doesNotContain(SENTENCE);
  }

  @Test
  void theHintOfAClientIsTheNameUnlessItCouldBeNone() {
    assertThat(browser.get(AGAIN + "&login_hint=jane@example.org").body())
        .contains("value=\"jane@example.org\"");
    assertThat(browser.get(AGAIN + "&login_hint=" + "j".repeat(255)).body())
        .contains("value=\"" + kim.username() + "\"")
        .doesNotContain("jjj\"");
  }

  @Test
  void theLanguageOfAClientStaysAtTheForm() {
    Answer page = browser.get(AGAIN + "&ui_locales=fr+ko-KR");

    assertThat(page.body())
        .contains("<html lang=\"ko\">", "action=\"/signet/login?ui_locales=fr+ko-KR\"")
        .contains("/signet/signup?continue=%2Fshop%3Fa%3Db&amp;ui_locales=fr+ko-KR");
    assertThat(page.header("Set-Cookie")).doesNotContain("signet-language");
    Map<String, String> form = form(kim);
    form.put("password", "find-me-in-a-log wrongly");
    assertThat(browser.submit("/login?ui_locales=fr+ko-KR", form).body())
        .contains("<html lang=\"ko\">");
  }

  private Answer submit(Map<String, String> form) {
    return browser.submit("/login", form);
  }

  /** What the form that is shown to the browser sends. */
  private Map<String, String> again(Person person) {
    Matcher session = SESSION.matcher(browser.get(AGAIN).body());
    assertThat(session.find()).isTrue();
    Map<String, String> form = form(person);
    form.put("session", session.group(1));
    return form;
  }

  private static Map<String, String> form(Person person) {
    return new HashMap<>(
        Map.of(
            "username", person.username(), "password", Signet.PASSWORD, "continue", "/shop?a=b"));
  }

  private static void makeOld(String sid) {
    Rows.change(
        "update session set authenticated_at = ? where id = ?",
        Instant.now().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC),
        sid);
  }

  private static int logins(String sid) {
    return Rows.count(
        "select count(*) from audit_event where kind = 'login_succeeded' and session_id = ?", sid);
  }

  private String sid() {
    return sid(browser);
  }

  private static String sid(CookieClient client) {
    return claims(client, "access").getString("sid");
  }

  private JsonObject claims(String cookie) {
    return claims(browser, cookie);
  }

  private static JsonObject claims(CookieClient client, String cookie) {
    return Claims.of(client.cookie(cookie).orElseThrow());
  }

  private static String path(Answer redirect) {
    return redirect.header("Location").replaceFirst("^/signet", "");
  }
}
