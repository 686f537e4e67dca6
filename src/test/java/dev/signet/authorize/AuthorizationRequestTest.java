package dev.signet.authorize;

import static dev.signet.authorize.TestRequests.CHALLENGE;
import static dev.signet.authorize.TestRequests.refusal;
import static dev.signet.authorize.TestRequests.refuse;
import static dev.signet.oauth.OAuthError.ACCESS_DENIED;
import static dev.signet.oauth.OAuthError.INVALID_REQUEST;
import static dev.signet.oauth.OAuthError.INVALID_SCOPE;
import static dev.signet.oauth.OAuthError.REGISTRATION_NOT_SUPPORTED;
import static dev.signet.oauth.OAuthError.REQUEST_NOT_SUPPORTED;
import static dev.signet.oauth.OAuthError.REQUEST_URI_NOT_SUPPORTED;
import static dev.signet.oauth.OAuthError.UNAUTHORIZED_CLIENT;
import static dev.signet.oauth.OAuthError.UNSUPPORTED_RESPONSE_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.authorize.AuthorizationRequest.SingleClaims;
import dev.signet.client.RegisteredClient;
import dev.signet.client.TestClients;
import dev.signet.idtoken.TestUserClaims;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import dev.signet.oauth.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationRequestTest {

  @Test
  void isWhatAClientAsksFor() {
    AuthorizationRequest request =
        TestRequests.of(
            "nonce", "n",
            "prompt", "login consent",
            "max_age", "60",
            "claims", "{\"id_token\":{\"name\":null}}");

    assertThat(request.client().id()).isEqualTo("web");
    assertThat(request.scope()).isEqualTo(Scope.of("openid"));
    assertThat(request.challenge()).contains(CHALLENGE);
    assertThat(request.nonce()).contains("n");
    assertThat(request.prompts()).containsExactlyInAnyOrder("login", "consent");
    assertThat(request.maxAge()).contains(Duration.ofMinutes(1));
    assertThat(request.hint()).isEmpty();
    assertThat(request.claims())
        .contains(
            new SingleClaims("{\"id_token\":{\"name\":null},\"userinfo\":{}}", Set.of("profile")));
  }

  @Test
  void isNothingMoreWhereNothingMoreIsAskedFor() {
    AuthorizationRequest request = TestRequests.of();

    assertThat(request.nonce()).isEmpty();
    assertThat(request.prompts()).isEmpty();
    assertThat(request.maxAge()).isEmpty();
    assertThat(request.claims()).isEmpty();
  }

  /** O-2, O-8. */
  @ParameterizedTest
  @CsvSource({
    "display, popup",
    "display, hologram",
    "ui_locales, ko en",
    "ui_locales, en_US",
    "ui_locales, 'en,de'",
    "ui_locales, C",
    "claims_locales, fr",
    "claims_locales, en_US",
    "acr_values, 1 2",
    "login_hint, somebody@example.org",
    "resource, https://api.example/",
    "resource, nothing that could be one",
    "authorization_details, none",
    "purpose, x",
    "trust_chain, x",
    "unknown, whatever",
    "response_mode, query",
    "response_mode, form_post",
    "nonce, ''",
    "request, ''",
    "registration, ''",
  })
  void isNotRefusedByWhatDoesNotConcernIt(String parameter, String value) {
    assertThat(TestRequests.of(parameter, value).scope()).isEqualTo(Scope.of("openid"));
  }

  /** In the order in which a client is told: each is met before all that stand below it. */
  private static final List<Map.Entry<OAuthError, String[]>> CHECKS =
      List.of(
          Map.entry(REQUEST_NOT_SUPPORTED, new String[] {"request", "e30."}),
          Map.entry(REQUEST_URI_NOT_SUPPORTED, new String[] {"request_uri", "https://a.example"}),
          Map.entry(REGISTRATION_NOT_SUPPORTED, new String[] {"registration", "{}"}),
          Map.entry(UNSUPPORTED_RESPONSE_TYPE, new String[] {"response_type", "token"}),
          Map.entry(INVALID_REQUEST, new String[] {"response_mode", "fragment"}),
          Map.entry(INVALID_SCOPE, new String[] {"scope", "openid2"}),
          Map.entry(INVALID_REQUEST, new String[] {"code_challenge_method", "plain"}));

  @Test
  void isToldTheFirstThingThatIsWrong() {
    Map<String, String> wrong = new HashMap<>();
    for (int i = CHECKS.size() - 1; i >= 0; i--) {
      String[] check = CHECKS.get(i).getValue();
      wrong.put(check[0], check[1]);
      String[] all =
          wrong.entrySet().stream()
              .flatMap(one -> List.of(one.getKey(), one.getValue()).stream())
              .toArray(String[]::new);
      refuse(CHECKS.get(i).getKey(), all);
    }
  }

  @Test
  void isToldOfARepeatedParameterBeforeAnythingElse() {
    Map<String, List<String>> parameters =
        new HashMap<>(TestRequests.form("request", "e30.").parameters());
    parameters.put("unknown", List.of("1", "2"));

    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(
            () ->
                AuthorizationRequest.of(
                    new OAuthForm(parameters), TestClients.web(), TestUserClaims.standard()))
        .withMessage("invalid_request: A parameter is there twice.");
  }

  /** R-7; RFC 9700 §2.1.2. */
  @ParameterizedTest
  @ValueSource(
      strings = {"token", "id_token", "code id_token", "code token", "Code", "none", "code code"})
  void isForACodeAndForNoTokenInAnAddress(String type) {
    refuse(UNSUPPORTED_RESPONSE_TYPE, "response_type", type);
  }

  @Test
  void saysWhatItIsFor() {
    refuse(INVALID_REQUEST, "response_type", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fragment", "query.jwt", "jwt", "form_post.jwt", "web_message", "Query"})
  void isAnsweredByALinkOrAForm(String mode) {
    refuse(INVALID_REQUEST, "response_mode", mode);
  }

  @Test
  void isOnlyForWhoMayAskForCodes() {
    OAuthException refusal = refusal(TestClients.machine());
    assertThat(refusal.error()).isEqualTo(UNAUTHORIZED_CLIENT);
  }

  @Test
  void asksForNoMoreThanTheClientMayHave() {
    assertThat(TestRequests.of("scope", "email admin openid orders").scope())
        .isEqualTo(Scope.of("openid email"));
    assertThat(TestRequests.of("scope", "profile openid email").scopes())
        .containsExactly("email", "openid", "profile");
  }

  /** OpenID Connect Core 1.0 §5.5: what is asked for one by one, the person is asked too. */
  @Test
  void asksThePersonForSingleClaimsByTheirScopes() {
    String claims =
        "{\"id_token\":{\"email\":null,\"acr\":null},\"userinfo\":{\"phone_number\":null}}";
    AuthorizationRequest request = TestRequests.of("claims", claims);
    assertThat(request.scopes()).containsExactly("email", "openid");
    assertThat(request.scope()).isEqualTo(Scope.of("openid"));

    RegisteredClient withoutMail = TestClients.web(Map.of("scopes", "openid,profile"));
    assertThat(TestRequests.of(withoutMail, "claims", claims).scopes()).containsExactly("openid");
  }

  /** What the client may have only some day, nobody has allowed: it is not kept until then. */
  @Test
  void keepsNoClaimsThatThePersonIsNotAskedAbout() {
    RegisteredClient withoutMail = TestClients.web(Map.of("scopes", "openid,profile"));
    String claims =
        "{\"id_token\":{\"email\":null,\"name\":{\"essential\":true}},"
            + "\"userinfo\":{\"email_verified\":null,\"locale\":null,\"acr\":null}}";

    assertThat(TestRequests.of(withoutMail, "claims", claims).claims().map(SingleClaims::json))
        .contains("{\"id_token\":{\"name\":null},\"userinfo\":{\"locale\":null}}");
  }

  /** OpenID Connect Core 1.0 §5.5.1. */
  @Test
  void saysByClaimsWhomItExpects() {
    AuthorizationRequest request =
        TestRequests.of("claims", "{\"id_token\":{\"sub\":{\"value\":\"248289761001\"}}}");

    assertThat(request.person().is("248289761001")).isTrue();
    assertThat(request.person().is("24400320")).isFalse();
    assertThat(TestRequests.of().person().is("24400320")).isTrue();
  }

  /** OpenID Connect Core 1.0 §5.5.1.1. */
  @Test
  void isDeniedWhereNobodyCanLogInAsItDemands() {
    String acr = "{\"id_token\":{\"acr\":{%s\"values\":[%s]}}}";
    String essential = "\"essential\":true,";

    refuse(ACCESS_DENIED, "claims", acr.formatted(essential, "\"urn:mfa\""));
    assertThat(TestRequests.of("claims", acr.formatted(essential, "\"urn:mfa\",\"1\"")).scope())
        .isEqualTo(Scope.of("openid"));
    assertThat(TestRequests.of("claims", acr.formatted("", "\"urn:mfa\"")).scope())
        .isEqualTo(Scope.of("openid"));
  }

  /** RFC 6749 §3.3: there is no scope that is meant where none is named. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "orders", "OPENID"})
  void asksForSomethingThatItMayHave(String scope) {
    refuse(INVALID_SCOPE, "scope", scope);
  }

  /** RFC 6749 alone: it gets no ID token, and everything else. */
  @Test
  void isForTokensAloneWhereItDoesNotAskWhoThePersonIs() {
    AuthorizationRequest request = TestRequests.of("scope", "email", "prompt", "consent");

    assertThat(request.scope()).isEqualTo(Scope.of("email"));
    assertThat(request.challenge()).contains(CHALLENGE);
    assertThat(request.prompts()).containsExactly("consent");
  }

  /** OpenID Connect Core 1.0 §3.1.2.1. */
  @ParameterizedTest
  @ValueSource(strings = {"none login", "none consent", "login none", "nothing", "Login", "create"})
  void isRefusedByAPromptThatCannotBe(String prompt) {
    refuse(INVALID_REQUEST, "prompt", prompt);
    refuse(INVALID_REQUEST, "prompt", prompt, "scope", "email");
  }

  @Test
  void promptsForWhatItNames() {
    AuthorizationRequest request = TestRequests.of("prompt", "select_account consent");

    assertThat(request.prompts("login", "select_account")).isTrue();
    assertThat(request.prompts("login", "none")).isFalse();
    assertThat(request.prompts()).hasSize(2);
  }

  /** RFC 8252 §8.6. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/cb",
        "http://[::1]/cb",
        "http://localhost/cb",
        "com.example:/cb"
      })
  void asksEachTimeWhereAnyProgramCouldBeTheClient(String address) {
    Map<String, String> program = Map.of("redirect-uris", TestClients.CALLBACK + "," + address);
    Map<String, String> known = new HashMap<>(program);
    known.put("secret", TestClients.SECRET);
    Map<String, String> vouchedFor = new HashMap<>(program);
    vouchedFor.put("consent", "false");

    assertThat(prompts(program, "redirect_uri", address)).containsExactly("consent");
    assertThat(prompts(program, "redirect_uri", address, "prompt", "none"))
        .containsExactlyInAnyOrder("none", "consent");
    assertThat(prompts(program)).as("an https address is the client's own").isEmpty();
    assertThat(prompts(known, "redirect_uri", address)).isEmpty();
    assertThat(prompts(vouchedFor, "redirect_uri", address)).isEmpty();
  }

  private static Set<String> prompts(Map<String, String> client, String... changed) {
    return TestRequests.of(TestClients.of("it", client), changed).prompts();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "999999999, 999999999",
    "2147483647, 2147483647",
    "999999999999999999, 2147483647",
  })
  void saysHowOldALoginMayBe(String text, long seconds) {
    assertThat(TestRequests.of("max_age", text).maxAge()).contains(Duration.ofSeconds(seconds));
    assertThat(TestRequests.of("max_age", text, "scope", "email").maxAge())
        .contains(Duration.ofSeconds(seconds));
  }
}
