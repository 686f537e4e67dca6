package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a browser comes back to the provider, that a client has sent it to. */
@WireTest
class WayToClientIT {

  private static final String AUTHORIZE = "/signet/oauth2/authorize?client_id=a&state='b;url=c";
  private static final int LONGEST = 4096;

  private final Person kim = Person.stranger();
  private final CookieClient browser = new CookieClient(Signet::request);

  /** Chrome would not let the form itself lead to another origin. */
  @ParameterizedTest
  @ValueSource(strings = {"/signup", "/login"})
  void aFormIsAnsweredWithAPageThatGoesOn(String form) {
    if (form.equals("/login")) {
      signUp("/");
    }

    Answer page = submit(form, AUTHORIZE);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "<meta http-equiv=\"refresh\""
                + " content=\"0;url=/signet/oauth2/authorize?client_id=a&amp;state=&#39;b;url=c\">")
        .contains("<a href=\"/signet/oauth2/authorize?client_id=a&amp;state=&#39;b;url=c\">");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/shop", "/signet/oauth2", "/oauth2/authorize", "/signet/oauth2x/y"})
  void anyOtherGoalIsGoneToAtOnce(String goal) {
    Answer redirect = signUp(goal);

    assertThat(redirect.status()).isEqualTo(303);
    assertThat(redirect.header("Location")).isEqualTo(goal);
  }

  /** The provider may have been asked to show nobody a page. */
  @Test
  void whoseLoginIsNotRenewedComesBackToTheProvider() {
    signUp("/");
    browser.forget("access");
    browser.change("refresh", "rubbish");

    Answer back = browser.get("/api/auth/renew?continue=" + encoded("/signet/oauth2/x?y=z"));

    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo("/signet/oauth2/x?y=z");
    assertThat(browser.get("/api/auth/renew?continue=/signet/account").header("Location"))
        .startsWith("/signet/login?continue=");
  }

  /** Encoded, a way of this length may take three times as much, in both directions. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "%25", "&="})
  void aLongWayIsKeptFromStepToStep(String part) {
    String start = "/signet/oauth2/authorize?";
    String goal = start + part.repeat((LONGEST - start.length()) / part.length());
    signUp("/");
    browser.forget("access");

    Answer renewed = browser.get("/api/auth/renew?continue=" + encoded(goal));
    assertThat(renewed.header("Location")).isEqualTo(goal);
    Answer loggedIn = browser.get("/login?continue=" + encoded(goal));
    assertThat(loggedIn.header("Location")).isEqualTo(goal);

    CookieClient stranger = new CookieClient(Signet::request);
    assertThat(stranger.get("/api/auth/renew?continue=" + encoded("/" + goal.substring(20))))
        .satisfies(asked -> assertThat(asked.status()).isEqualTo(303))
        .satisfies(asked -> assertThat(stranger.get(path(asked)).status()).isEqualTo(200));
  }

  private static String path(Answer redirect) {
    return redirect.header("Location").replaceFirst("^/signet", "");
  }

  private Answer signUp(String goal) {
    return submit("/signup", goal);
  }

  private Answer submit(String path, String goal) {
    Map<String, String> form = new HashMap<>(kim.signupRequest());
    form.put("continue", goal);
    return browser.submit(path, form);
  }

  private static String encoded(String goal) {
    return URLEncoder.encode(goal, StandardCharsets.UTF_8);
  }
}
