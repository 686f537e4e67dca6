package dev.signet.authorize;

import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.WEB;
import static dev.signet.wire.OAuthClient.answered;
import static dev.signet.wire.OAuthClient.browserOf;
import static dev.signet.wire.OAuthClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.page.Continue;
import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Person;
import dev.signet.wire.WireTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with {@code prompt=none}: the client is told everything, and the person nothing. */
@WireTest
class SilentRequestIT {

  private final CookieClient browser = browserOf(Person.signedUp());
  private final CookieClient renewable = browser.copy();

  @BeforeEach
  void letTheAccessTokenExpire() {
    renewable.forget("access");
  }

  /**
   * One that fits, until it says how far it has come; one that does not; and one that never may.
   */
  @ParameterizedTest
  @ValueSource(ints = {-20, 20, 20_000})
  void isAnsweredAlsoWhereItIsTooLongToComeBackTo(int beyond) {
    Map<String, String> request = silent(TRUSTED);
    request.put("state", "");
    int rest = Continue.LONGEST - ("/signet" + path(request)).length();
    request.put("state", "s".repeat(rest + beyond));

    Answer refused = renewable.get(path(request));

    assertThat(refused.header("Location")).startsWith(TRUSTED.redirectUri() + "?");
    assertThat(answered(refused))
        .containsEntry("error", "invalid_request")
        .containsEntry("error_description", "The request is too long.")
        .containsEntry("state", request.get("state"))
        .containsKey("iss");
    assertThat(answered(browser.get(path(request)))).containsKey("code");
  }

  @Test
  void isAnsweredAlsoWhereTheFormIsTooLong() {
    Map<String, String> request = silent(TRUSTED);
    request.put("state", "s".repeat(Continue.LONGEST));

    Answer refused = browser.send(browser.submitting("/oauth2/authorize", request));

    assertThat(answered(refused))
        .containsEntry("error", "invalid_request")
        .containsEntry("state", request.get("state"));
    request.put("redirect_uri", "https://evil.example/");
    Answer page = browser.send(browser.submitting("/oauth2/authorize", request));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Location")).isEmpty();
  }

  /** Nor is anybody shown a page whose request is not silent: the client has made the mistake. */
  @Test
  void isNotTheOnlyOneWhoseClientIsToldThatItIsTooLong() {
    Map<String, String> request = WEB.requestWith("state", "s".repeat(Continue.LONGEST));

    assertThat(answered(browser.get(path(request)))).containsEntry("error", "invalid_request");
  }

  @Test
  void isAnsweredOnceTheLoginIsRenewed() {
    Answer renewal = renewable.get(path(silent(TRUSTED)));

    assertThat(renewal.header("Location")).startsWith("/signet/api/auth/renew?silent=1&");
    assertThat(answered(follow(follow(renewal, "same-origin", "document")))).containsKey("code");
  }

  /** No page of ours stands in a frame: one that would go on by itself does not, there. */
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void isAnsweredInAFrameWhereTheLoginCannotBeRenewed(String site) {
    renewable.forget("refresh");

    Answer back = follow(renewable.get(path(silent(TRUSTED))), site, "iframe");

    assertThat(answered(follow(back))).containsEntry("error", "login_required");
  }

  /** In a window of its own the browser comes back by itself, with its strict cookie. */
  @Test
  void goesOnByItselfWhereTheBrowserHasNotSentItsCookie() {
    CookieClient fromElsewhere = renewable.copy();
    fromElsewhere.forget("refresh");
    Answer renewal = fromElsewhere.get(path(silent(TRUSTED)));

    String page =
        fromElsewhere
            .send(
                fromElsewhere
                    .request(renewal.header("Location").substring("/signet".length()))
                    .header("Sec-Fetch-Site", "cross-site")
                    .header("Sec-Fetch-Dest", "document"))
            .body();

    assertThat(page)
        .contains("http-equiv=\"refresh\"", "/signet/api/auth/renew?again=1&amp;silent=1&amp;");
  }

  private static Map<String, String> silent(OAuthClient client) {
    return client.requestWith("prompt", "none");
  }

  private Answer follow(Answer redirect) {
    return follow(redirect, "same-origin", "document");
  }

  private Answer follow(Answer redirect, String site, String place) {
    assertThat(redirect.status()).as(redirect.body()).isEqualTo(303);
    return renewable.send(
        renewable
            .request(redirect.header("Location").substring("/signet".length()))
            .header("Sec-Fetch-Site", site)
            .header("Sec-Fetch-Dest", place));
  }
}
