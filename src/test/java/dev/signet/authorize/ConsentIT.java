package dev.signet.authorize;

import static dev.signet.wire.OAuthClient.PROGRAM;
import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.WEB;
import static dev.signet.wire.OAuthClient.answered;
import static dev.signet.wire.OAuthClient.browserOf;
import static dev.signet.wire.OAuthClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Detour;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody allows a client, and no longer does. */
@WireTest
class ConsentIT {

  private final Person person = Person.stranger();
  private UUID account;
  private CookieClient browser;

  @BeforeEach
  void logIn() {
    account = person.signUp().accountId();
    browser = browserOf(person);
  }

  @Test
  void aCodeIsWorthNothingOnceItIsTakenBack() {
    String code = answered(browser.get(allowed())).get("code");
    takeBack();

    Answer answer = WEB.exchange(code);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_grant");
    assertThat(
            Rows.count(
                "select count(*) from session where client_id = 'web' and account_id = ?", account))
        .isZero();
  }

  @Test
  void aCodeIsWorthNothingThoughTheSameIsAllowedAgain() {
    String code = answered(browser.get(allowed())).get("code");
    takeBack();
    String next = answered(browser.get(allowed())).get("code");

    assertThat(WEB.exchange(code).text("error")).isEqualTo("invalid_grant");
    assertThat(WEB.exchange(next).status()).isEqualTo(200);
  }

  /** Whoever goes back in the history is asked again. */
  @Test
  void theStepThatWasTakenIsWorthNothingOnceItIsTakenBack() {
    String step = allowed();
    assertThat(answered(browser.get(step))).containsKey("code");
    takeBack();

    assertThat(browser.get(step).header("Location")).startsWith("/signet/consent?");
  }

  /** He decides about what is his. */
  @ParameterizedTest
  @ValueSource(strings = {"", "auditor"})
  void whoHasNoneOfTheUsualRolesIsAskedAsAnybodyIs(String roles) {
    Rows.change("update account set roles = ? where id = ?", roles, account);
    browser = browserOf(person);

    assertThat(Detour.of(browser, WEB.request()).page().body()).contains("Webshop");

    assertThat(answered(browser.get(allowed()))).containsKey("code");
  }

  @Test
  void aProgramAllowsNothing() {
    String access = person.login().access();
    String body =
        "decision=allow&continue="
            + URLEncoder.encode("/signet" + path(WEB.request()), StandardCharsets.UTF_8);

    Answer posted =
        Signet.send(OAuthClient.posting("/consent", body, Optional.of("Bearer " + access)));

    assertThat(posted.status()).isEqualTo(403);
    assertThat(Signet.get("/consent?continue=%2Fsignet%2Foauth2%2Fauthorize%3Fx", access).status())
        .isEqualTo(403);
    assertThat(Rows.count("select count(*) from consent where account_id = ?", account)).isZero();
  }

  /** by another password what clients have ends, also those of the browser at hand. */
  @Test
  void anotherPasswordEndsWhatClientsHaveOfTheBrowserThatChangedIt() {
    String code = TRUSTED.code(browser, "openid offline_access");
    String refresh = TRUSTED.exchange(code).text("refresh_token");

    changePassword();

    assertThat(TRUSTED.refresh(refresh).text("error")).isEqualTo("invalid_grant");
    assertThat(browser.get("/api/me").status()).as("the browser goes on").isEqualTo(200);
  }

  @Test
  void aCodeFromBeforeAnotherPasswordIsWorthNothing() {
    String code = TRUSTED.code(browser, "openid offline_access");

    changePassword();

    assertThat(TRUSTED.exchange(code).text("error")).isEqualTo("invalid_grant");
    assertThat(TRUSTED.exchange(TRUSTED.code(browser, "openid")).status())
        .as("one from after it")
        .isEqualTo(200);
  }

  /** RFC 8252 §8.6: any program of the machine could ask in its name. */
  @Test
  void aProgramIsAskedAboutEachTime() {
    Map<String, String> request =
        PROGRAM.requestWith("redirect_uri", "http://127.0.0.1:51004/callback");
    for (int time = 0; time < 2; time++) {
      Detour question = Detour.of(browser, request);
      assertThat(question.page().body()).contains("Backup");
      assertThat(question.goOn().header("Location")).startsWith("/signet/consent?");

      assertThat(answered(browser.get(Detour.next(question.decide("allow"))))).containsKey("code");
    }

    request.put("prompt", "none");
    assertThat(answered(browser.get(path(request)))).containsEntry("error", "consent_required");
  }

  /** PostgreSQL takes none in a text. */
  @Test
  void noNullCharacterGetsAnywhere() {
    assertThat(answered(browser.get(path(TRUSTED.requestWith("nonce", "a\0b")))))
        .containsEntry("error", "invalid_request");
    assertThat(TRUSTED.exchange("a\0b").text("error")).isEqualTo("invalid_request");
  }

  private void changePassword() {
    Answer changed =
        browser.postProven(
            "/api/auth/password/change",
            Map.of("current_password", Signet.PASSWORD, "new_password", "another-one if you can"));
    assertThat(changed.status()).as(changed.body()).isEqualTo(204);
  }

  /** Allows what the client asks for. Returns the path where the browser goes on. */
  private String allowed() {
    return Detour.next(Detour.of(browser, WEB.request()).decide("allow"));
  }

  private void takeBack() {
    Answer answer =
        browser.send(
            browser
                .request("/api/me/applications/web")
                .header("X-CSRF-Token", browser.cookie("csrf").orElseThrow())
                .DELETE());
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }
}
