package dev.signet.authorize;

import static dev.signet.wire.OAuthClient.NATIVE;
import static dev.signet.wire.OAuthClient.OTHER;
import static dev.signet.wire.OAuthClient.SPA;
import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.answered;
import static dev.signet.wire.OAuthClient.browserOf;
import static dev.signet.wire.OAuthClient.path;
import static dev.signet.wire.OAuthClient.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client, or who pretends to be one, asks for in vain; ids are those of the checklist. */
@WireTest
class AuthorizeRefusalsIT {

  private final CookieClient nobody = new CookieClient(Signet::request);

  /** nothing but the very same text, and no way out of here for anybody. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://trusted.example/callback/",
        "https://trusted.example/Callback",
        "https://TRUSTED.example/callback",
        "https://trusted.example/callback?x=1",
        "https://trusted.example/callback%2F",
        "https://trusted.example/callback/more",
        "https://trusted.example:443/callback",
        "https://user@trusted.example/callback",
        "https://trusted.example/callback#fragment",
        "http://trusted.example/callback",
        "https://evil.example/callback",
        "//evil.example",
        "javascript:alert(1)",
        "http://127.0.0.1:1/callback",
        ""
      })
  void goesToNoAddressThatIsNotRegistered(String redirectUri) {
    assertIsPage(nobody.get(path(TRUSTED.requestWith("redirect_uri", redirectUri))));
    Map<String, String> silent = TRUSTED.requestWith("redirect_uri", redirectUri);
    silent.put("prompt", "none");
    assertIsPage(nobody.get(path(silent)));
  }

  @Test
  void goesNowhereForNoClientOfOurs() {
    assertIsPage(nobody.get(path(TRUSTED.requestWith("client_id", "nobody"))));
    Map<String, String> without = TRUSTED.request();
    without.remove("client_id");
    assertIsPage(nobody.get(path(without)));
    assertIsPage(nobody.get("/oauth2/authorize"));
    Map<String, String> lost = TRUSTED.request();
    lost.remove("redirect_uri");
    assertIsPage(nobody.get(path(lost)));
  }

  /** RFC 6749 §3.1: and where it is the address that is there twice, it is nobody's. */
  @ParameterizedTest
  @ValueSource(strings = {"client_id", "redirect_uri"})
  void goesNowhereWhereTheAddressIsThereTwice(String parameter) {
    String twice = "&" + query(Map.of(parameter, TRUSTED.request().get(parameter)));

    assertIsPage(nobody.get(path(TRUSTED.request()) + twice));
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "scope", "nonce", "response_type", "code_challenge", "prompt"})
  void refusesWhatIsThereTwice(String parameter) {
    String twice = "&" + query(Map.of(parameter, "a")) + "&" + query(Map.of(parameter, "b"));

    Map<String, String> answer = answered(nobody.get(path(TRUSTED.request()) + twice));

    assertThat(answer).containsEntry("error", "invalid_request").containsKey("iss");
  }

  /** O-6, T-16 and the rest, in order. */
  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "response_type, id_token, unsupported_response_type",
    "response_type, code token, unsupported_response_type",
    "response_type, password, unsupported_response_type",
    "response_type, '', invalid_request",
    "response_mode, fragment, invalid_request",
    "response_mode, web_message, invalid_request",
    "request, e30.e30., request_not_supported",
    "request_uri, https://trusted.example/request, request_uri_not_supported",
    "registration, {}, registration_not_supported",
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, s256, invalid_request",
    "code_challenge_method, '', invalid_request",
    "code_challenge, '', invalid_request",
    "code_challenge, short, invalid_request",
    "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=, invalid_request",
    "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMx, invalid_request",
    "scope, unheard-of, invalid_scope",
    "scope, '', invalid_scope",
    "prompt, sing, invalid_request",
    "prompt, none login, invalid_request",
    "prompt, create, invalid_request",
    "max_age, -1, invalid_request",
    "max_age, soon, invalid_request",
    "claims, {, invalid_request",
    "claims, '[1]', invalid_request",
    "id_token_hint, nonsense, invalid_request",
    "id_token_hint, e30.e30.e30, invalid_request",
  })
  void tellsTheClientWhatIsWrong(String parameter, String value, String error) {
    Answer answer = nobody.get(path(TRUSTED.requestWith(parameter, value)));

    assertThat(answer.header("Location")).startsWith(TRUSTED.redirectUri() + "?");
    assertThat(answered(answer))
        .containsEntry("error", error)
        .containsEntry("state", "the state/of it")
        .containsEntry("iss", "http://localhost:8080/signet")
        .doesNotContainKey("code");
  }

  /**
   * OpenID Connect Core 1.0 §6.1: all but what must be outside may be inside, be it signed or not.
   */
  @Test
  void tellsAClientOfRequestObjectsAsItWishesThereToBeTold() {
    JWTClaimsSet inside =
        new JWTClaimsSet.Builder()
            .claim("response_mode", "form_post")
            .claim("state", "of the object")
            .claim("redirect_uri", "https://evil.example/")
            .build();

    Answer page =
        nobody.get(path(TRUSTED.requestWith("request", new PlainJWT(inside).serialize())));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("action=\"https://trusted.example/callback\"")
        .contains("name=\"error\" value=\"request_not_supported\"")
        .contains("name=\"state\" value=\"of the object\"");
  }

  /** O-8, O-2: what helps, and what nobody has heard of, must not hinder. */
  @ParameterizedTest
  @CsvSource({
    "display, popup",
    "display, hologram",
    "ui_locales, ko en",
    "ui_locales, en_US",
    "claims_locales, de",
    "resource, no address",
    "acr_values, 1 2",
    "login_hint, somebody@example.org",
    "max_age, 10000",
    "extra, parameter",
    "claims, '{\"userinfo\":{\"name\":{\"essential\":true}}}'",
    "scope, unheard-of openid",
    "state, ''",
  })
  void takesWhatIsAllowed(String parameter, String value) {
    CookieClient browser = browserOf(Person.signedUp());

    assertThat(answered(browser.get(path(TRUSTED.requestWith(parameter, value)))))
        .containsKey("code");
  }

  /** RFC 8707 §2: whether the person is logged in or not. */
  @Test
  void passesOverHoweverManyResources() {
    String several = "&resource=https%3A%2F%2Fa.example%2F&resource=b";
    Person kim = Person.signedUp();

    Answer login = nobody.get(path(TRUSTED.request()) + several);
    assertThat(login.header("Location")).startsWith("/signet/login?");
    String code = answered(browserOf(kim).get(path(TRUSTED.request()) + several)).get("code");

    assertThat(
            Signet.send(
                    OAuthClient.posting(
                        "/oauth2/token",
                        query(TRUSTED.exchanging(code)) + several,
                        Optional.of(TRUSTED.basic())))
                .status())
        .isEqualTo(200);
  }

  /** who can keep no secret binds its codes; who need not may. */
  @Test
  void asksForAChallengeUnlessTheClientIsExcused() {
    for (OAuthClient client : new OAuthClient[] {SPA, NATIVE, TRUSTED}) {
      assertThat(answered(nobody.get(path(without(client, "code_challenge")))))
          .containsEntry("error", "invalid_request");
    }
    CookieClient browser = browserOf(Person.signedUp());
    Map<String, String> plain = OTHER.request();
    plain.remove("code_challenge");
    plain.remove("code_challenge_method");
    assertThat(answered(browser.get(path(plain)))).containsKey("code");
  }

  /** RFC 8252 §7.3. */
  @Test
  void takesAnyPortOfTheMachineItselfForAProgram() {
    CookieClient browser = browserOf(Person.signedUp());

    assertThat(
            answered(
                browser.get(
                    path(NATIVE.requestWith("redirect_uri", "http://127.0.0.1:51004/callback")))))
        .containsKey("code");
    assertIsPage(
        nobody.get(path(NATIVE.requestWith("redirect_uri", "http://127.0.0.1:51004/other"))));
    assertIsPage(
        nobody.get(path(NATIVE.requestWith("redirect_uri", "http://localhost:51004/callback"))));
    assertIsPage(
        nobody.get(
            path(NATIVE.requestWith("redirect_uri", "http://127.0.0.1.evil.example/callback"))));
  }

  /** O-3: nobody frames a page, no script of another site reads an answer. */
  @Test
  void isOpenToNoOtherSitesScripts() {
    Answer page = nobody.get(path(TRUSTED.requestWith("client_id", "nobody")));
    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    Answer answer =
        nobody.send(
            nobody
                .request(path(TRUSTED.requestWith("prompt", "none")))
                .header("Origin", "https://trusted.example"));
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  /** A step that nobody took, or that was taken for another request. */
  @Test
  void takesNoWordOfTheClientsForWhatThePersonDid() {
    CookieClient browser = browserOf(Person.signedUp());
    for (String progress :
        new String[] {"0.0.a.9999999999.x", "..", "x", ".0.a.1.AAAAAAAAAAAAAAAAAAAAAA"}) {
      Map<String, String> request = OAuthClient.WEB.requestWith("signet_progress", progress);
      assertThat(browser.get(path(request)).header("Location")).startsWith("/signet/consent?");
    }
  }

  @Test
  void writesNothingForWhatItRefuses() {
    int before = Rows.count("select count(*) from authorization_code where client_id = 'spa'");
    CookieClient browser = browserOf(Person.signedUp());

    browser.get(path(SPA.requestWith("code_challenge_method", "plain")));
    browser.get(path(SPA.requestWith("redirect_uri", "https://evil.example/")));

    assertThat(Rows.count("select count(*) from authorization_code where client_id = 'spa'"))
        .isEqualTo(before);
  }

  private static Map<String, String> without(OAuthClient client, String parameter) {
    Map<String, String> request = new HashMap<>(client.request());
    request.remove(parameter);
    request.put("prompt", "none");
    return request;
  }

  private static void assertIsPage(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.header("Content-Type")).startsWith("text/html");
  }
}
