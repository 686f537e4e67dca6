package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /login}, {@code /logout} and {@code /api/auth/renew}. */
@WireTest
class LoginPageIT {

  private static final String ACCOUNT = "/signet/account";
  private static final String RENEW = "/api/auth/renew?continue=%2Fsignet%2Faccount%3Fdone%3Dname";
  private static final Pattern PROOF =
      Pattern.compile("name=\"csrf_token\" value=\"([A-Za-z0-9_-]{43})\"");

  private final Person kim = Person.signedUp();
  private final CookieClient browser = new CookieClient(Signet::request);

  @Test
  void asksWhoIsNotLoggedInAndGoesOnToWhereHeWasGoing() {
    Answer asked = browser.get("/account?done=name");
    assertThat(asked.status()).isEqualTo(303);
    assertThat(path(asked)).isEqualTo("/signet/login?continue=%2Fsignet%2Faccount%3Fdone%3Dname");

    Answer form = browser.get("/login?continue=%2Fsignet%2Faccount%3Fdone%3Dname");
    assertThat(form.body()).contains("name=\"continue\" value=\"/signet/account?done=name\"");

    assertThat(path(logIn("/signet/account?done=name"))).isEqualTo("/signet/account?done=name");
    assertThat(browser.get("/account?done=name").body()).contains("Your name was saved.");
  }

  @Test
  void theStartIsTheAccount() {
    assertThat(path(browser.get("/"))).isEqualTo(ACCOUNT);
  }

  @Test
  void givesTheTokensInCookiesOnly() {
    Answer login = logIn(ACCOUNT);

    assertThat(login.body()).isEmpty();
    List<String> cookies = login.response().headers().allValues("Set-Cookie");
    assertThat(cookies)
        .anyMatch(c -> c.matches("access=ey[^;]+; Path=/; Max-Age=300; HttpOnly; SameSite=Lax"))
        .anyMatch(
            c ->
                c.matches("refresh=ey[^;]+; Path=/signet/api/auth; Max-Age=1800; HttpOnly.*Strict"))
        .anyMatch(c -> c.matches("csrf=[^;]+; Path=/; Max-Age=1800; SameSite=Lax"))
        .anyMatch(c -> c.startsWith("signet-device="));
  }

  @Test
  void remembersWhoWantsIt() {
    Map<String, String> form = form(ACCOUNT);
    form.put("remember_me", "on");

    assertThat(browser.submit("/login", form).response().headers().allValues("Set-Cookie"))
        .anyMatch(c -> c.startsWith("refresh=") && c.contains("Max-Age=1209600"));
  }

  @Test
  void saysThatThePasswordIsWrongAndKeepsTheNameAlone() {
    Map<String, String> form = form(ACCOUNT);
    form.put("password", "find-me-in-a-log wrongly");

    Answer refused = browser.submit("/login", form);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body())
        .contains("No active account found with the given credentials")
        .contains("value=\"" + kim.username() + "\"")
        .doesNotContain("find-me-in-a-log");
    assertThat(refused.header("WWW-Authenticate")).isEmpty();
    assertThat(browser.cookie("access")).isEmpty();
  }

  @Test
  void saysOfEachFieldWhatIsWrong() {
    Answer refused = browser.submit("/login", Map.of("username", ""));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("href=\"#username\"", "href=\"#password\"", "aria-invalid=\"true\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\nb"
      })
  void leadsNowhereElse(String wish) {
    assertThat(path(logIn(wish))).isEqualTo(ACCOUNT);
  }

  @Test
  void doesNotAskWhoIsLoggedIn() {
    logIn(ACCOUNT);

    assertThat(path(browser.get("/login?continue=%2Fshop"))).isEqualTo("/shop");
  }

  @Test
  void escapesWhatSomebodyHasTyped() {
    Map<String, String> form = form("/<script>alert(1)</script>\"'");
    form.put("username", "\"><script>alert(1)</script>");
    form.put("password", "wrong");

    assertThat(browser.submit("/login", form).body()).doesNotContain("<script>alert");
  }

  @Test
  void anExpiredTokenIsRenewedOnTheWay() {
    logIn(ACCOUNT);
    String refresh = browser.cookie("refresh").orElseThrow();
    browser.forget("access");

    assertThat(path(browser.get("/account?done=name"))).isEqualTo("/signet" + RENEW);
    assertThat(path(browser.get(RENEW))).isEqualTo("/signet/account?done=name");

    assertThat(browser.cookie("refresh").orElseThrow()).isNotEqualTo(refresh);
    assertThat(browser.get("/account").status()).isEqualTo(200);
  }

  @Test
  void whoComesByALinkFromElsewhereIsAskedOnceMore() {
    logIn(ACCOUNT);
    browser.forget("access");
    browser.forget("refresh");

    Answer again = browser.send(browser.request(RENEW).header("Sec-Fetch-Site", "cross-site"));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body())
        .contains("http-equiv=\"refresh\"")
        .contains("/signet/api/auth/renew?again=1&amp;continue=%2Fsignet%2Faccount%3Fdone%3Dname");
    Answer login =
        browser.send(
            browser
                .request(RENEW.replace("?", "?again=1&"))
                .header("Sec-Fetch-Site", "cross-site"));
    assertThat(path(login)).startsWith("/signet/login?continue=");
  }

  @Test
  void aRefreshTokenThatSomebodyHasPlantedIsNotRenewed() {
    logIn(ACCOUNT);
    browser.forget("access");
    browser.change("csrf", "x".repeat(43));

    assertThat(path(browser.get(RENEW))).startsWith("/signet/login?continue=");
    assertThat(browser.cookie("access")).isEmpty();
  }

  @Test
  void whoIsLoggedOutElsewhereIsAskedToLogIn() {
    logIn(ACCOUNT);
    CookieClient copy = browser.copy();
    logOut();

    assertThat(path(copy.get("/account"))).startsWith("/signet/api/auth/renew?continue=");
    assertThat(path(copy.get(RENEW))).startsWith("/signet/login?continue=");
  }

  @Test
  void logsOutByAButton() {
    logIn(ACCOUNT);
    String access = browser.cookie("access").orElseThrow();
    assertThat(browser.get("/logout").body()).contains("Do you want to log out");
    assertThat(browser.get("/api/me").status()).as("to look ends nothing").isEqualTo(200);

    Answer logout = logOut();

    assertThat(logout.status()).isEqualTo(200);
    assertThat(logout.body()).contains("You are logged out.");
    assertThat(logout.header("Clear-Site-Data")).isEqualTo("\"storage\"");
    assertThat(browser.cookie("access")).isEmpty();
    assertThat(browser.cookie("refresh")).isEmpty();
    assertThat(Signet.get("/api/me", access).status()).isEqualTo(401);
    assertThat(path(browser.get("/logout"))).isEqualTo("/signet/login");
  }

  @Test
  void aLogoutWithAnExpiredTokenIsAskedForOnceMore() {
    logIn(ACCOUNT);
    browser.forget("access");

    assertThat(path(browser.submit("/logout", Map.of())))
        .isEqualTo("/signet/api/auth/renew?continue=/signet/logout");
    assertThat(browser.cookie("refresh")).isPresent();
  }

  @Test
  void whoseSessionIsOverNeedNotLogInToLogOut() {
    logIn(ACCOUNT);
    browser.change("access", "rubbish");
    browser.change("refresh", "rubbish");

    assertThat(path(browser.get("/api/auth/renew?continue=/signet/logout")))
        .isEqualTo("/signet/login");
  }

  @Test
  void anotherLoginEndsTheSessionOfTheOneBefore() {
    logIn(ACCOUNT);
    CookieClient before = browser.copy();

    logIn(ACCOUNT);

    assertThat(before.get("/api/me").body()).contains("Token is blacklisted");
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  private Answer logOut() {
    Matcher proof = PROOF.matcher(browser.get("/logout").body());
    assertThat(proof.find()).isTrue();
    return browser.submit("/logout", Map.of("csrf_token", proof.group(1)));
  }

  private Answer logIn(String goal) {
    Answer login = browser.submit("/login", form(goal));
    assertThat(login.status()).as(login.body()).isEqualTo(303);
    return login;
  }

  private Map<String, String> form(String goal) {
    return new HashMap<>(
        Map.of("username", kim.username(), "password", Signet.PASSWORD, "continue", goal));
  }

  /** No more than that: a server knows neither the scheme nor the host that a browser sees. */
  private static String path(Answer redirect) {
    assertThat(redirect.status()).as(redirect.body()).isEqualTo(303);
    return redirect.header("Location");
  }
}
