package dev.signet.authorize;

import static dev.signet.wire.Application.FORUM;
import static dev.signet.wire.OAuthClient.OTHER;
import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.answered;
import static dev.signet.wire.OAuthClient.browserOf;
import static dev.signet.wire.OAuthClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.CookieClient;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Person;
import dev.signet.wire.WireTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that say by {@code claims} or an ID token who is to log in, and how. */
@WireTest
class AskedPersonIT {

  private static final String SUBJECT = "{\"id_token\":{\"sub\":{\"value\":\"%s\"}}}";

  private final Person kim = Person.stranger();
  private final Answer login = kim.signUp();

  /** OpenID Connect Core 1.0 §3.1.2.2, §5.5.1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        SUBJECT,
        "{\"id_token\":{\"sub\":{\"essential\":true,\"values\":[\"%s\",\"nobody\"]}}}",
        "{\"userinfo\":{\"sub\":{\"value\":\"%s\"}}}",
      })
  void areAnsweredForThatPersonAlone(String claims) {
    assertForKimAlone(TRUSTED.requestWith("claims", claims.formatted(login.accountId())));
  }

  /** §3.1.2.1: whichever client the ID token was given to, if it knows him by the same name. */
  @Test
  void areAnsweredForWhomTheirHintIsOf() {
    CookieClient browser = browserOf(kim);
    for (OAuthClient given : new OAuthClient[] {TRUSTED, OTHER}) {
      String hint = given.exchange(given.code(browser, "openid")).text("id_token");
      assertForKimAlone(TRUSTED.requestWith("id_token_hint", hint));
    }
    String unknown = FORUM.tokens(login, "openid").getString("id_token");
    assertAsksForAnother(browser, TRUSTED.requestWith("id_token_hint", unknown));
  }

  private void assertForKimAlone(Map<String, String> request) {
    CookieClient browser = browserOf(kim);
    CookieClient another = browserOf(Person.signedUp());

    assertThat(answered(browser.get(path(request)))).containsKey("code");
    assertAsksForAnother(another, request);
    request.put("prompt", "none");
    assertThat(answered(browser.get(path(request)))).containsKey("code");
    assertThat(answered(another.get(path(request))))
        .containsEntry("error", "login_required")
        .doesNotContainKey("code");
  }

  private static void assertAsksForAnother(CookieClient browser, Map<String, String> request) {
    assertThat(browser.get(path(request)).header("Location")).startsWith("/signet/login?again=1&");
  }

  /** §8.1. */
  @Test
  void nameHimAsTheirClientKnowsHim() {
    String hint = FORUM.tokens(login, "openid").getString("id_token");
    CookieClient browser = browserOf(kim);
    Map<String, String> request = TRUSTED.requestWith("id_token_hint", hint);
    request.put("client_id", FORUM.id());
    request.put("redirect_uri", FORUM.redirectUri());
    request.put("claims", SUBJECT.formatted(Claims.of(hint).getString("sub")));

    assertThat(answered(browser.get(path(request)))).containsKey("code");
    request.put("claims", SUBJECT.formatted(login.accountId()));
    assertAsksForAnother(browser, request);
  }

  /** §5.5.1.1: an authentication that has failed. */
  @ParameterizedTest
  @ValueSource(strings = {"\"value\":\"urn:mfa\"", "\"values\":[\"urn:mfa\",\"urn:key\"]"})
  void areRefusedWhereNobodyCanLogInLikeThat(String wanted) {
    CookieClient browser = browserOf(kim);
    String claims = "{\"id_token\":{\"acr\":{\"essential\":true,%s}}}".formatted(wanted);

    assertThat(answered(browser.get(path(TRUSTED.requestWith("claims", claims)))))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "the state/of it")
        .doesNotContainKey("code");
  }
}
