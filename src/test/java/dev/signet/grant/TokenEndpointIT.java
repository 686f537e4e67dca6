package dev.signet.grant;

import static dev.signet.wire.OAuthClient.MACHINE;
import static dev.signet.wire.OAuthClient.SPA;
import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.browserOf;
import static dev.signet.wire.OAuthClient.posting;
import static dev.signet.wire.OAuthClient.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.CookieClient;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoint, for who should get tokens and for who should not. */
@WireTest
class TokenEndpointIT {

  private CookieClient browser;

  @BeforeEach
  void logIn() {
    browser = browserOf(Person.signedUp());
  }

  /** T-10, T-11, R-27. */
  @Test
  void givesAMachineATokenThatSpeaksOfItself() {
    Answer answer = MACHINE.token(Map.of("grant_type", "client_credentials", "scope", "orders"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().keySet())
        .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope");
    JsonObject claims = Claims.of(answer.text("access_token"));
    assertThat(claims.getString("sub")).isEqualTo("machine");
    assertThat(claims.getString("client_id")).isEqualTo("machine");
    assertThat(claims.getString("aud")).isEqualTo("orders-api");
    assertThat(claims.getString("scope")).isEqualTo("orders");
    assertThat(claims.keySet()).contains("iss", "exp", "iat", "jti").doesNotContain("sid");
    assertThat(Signet.get("/api/me", answer.text("access_token")).status()).isEqualTo(401);
  }

  @Test
  void givesAMachineNothingOfAPerson() {
    for (String scope : List.of("openid", "offline_access", "account", "unheard-of")) {
      assertRefused(
          MACHINE.token(Map.of("grant_type", "client_credentials", "scope", scope)),
          400,
          "invalid_scope");
    }
    assertRefused(
        TRUSTED.token(Map.of("grant_type", "client_credentials")), 400, "unauthorized_client");
    assertRefused(
        SPA.token(Map.of("grant_type", "client_credentials")), 400, "unauthorized_client");
  }

  /** */
  @ParameterizedTest
  @ValueSource(strings = {"password", "implicit", "urn:ietf:params:oauth:grant-type:device_code"})
  void hasNoOtherGrants(String type) {
    assertRefused(
        TRUSTED.token(
            Map.of("grant_type", type, "username", "x", "password", "y", "scope", "openid")),
        400,
        "unsupported_grant_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grant_type", "code", "redirect_uri"})
  void saysWhatIsMissing(String parameter) {
    Map<String, String> form = TRUSTED.exchanging(TRUSTED.code(browser, "openid"));
    form.remove(parameter);

    Answer answer = TRUSTED.token(form);

    assertRefused(answer, 400, "invalid_request");
    assertThat(answer.text("error_description")).contains(parameter);
  }

  /** RFC 6749 §3.2. */
  @Test
  void refusesWhatIsThereTwice() {
    String form = query(TRUSTED.exchanging(TRUSTED.code(browser, "openid")));

    assertRefused(
        Signet.send(posting("/oauth2/token", form + "&code=other", Optional.of(TRUSTED.basic()))),
        400,
        "invalid_request");
  }

  /** A scope that is left out is all: one that cannot be read is not left out. */
  @ParameterizedTest
  @CsvSource({
    "scope=orders%, invalid_request",
    "scope=orders&scope=%zz, invalid_request",
    "scope=%00, invalid_request",
    "scope=%20, invalid_scope",
  })
  void givesNothingForAScopeThatIsNone(String scope, String error) {
    String form = "grant_type=client_credentials&" + scope;

    assertRefused(
        Signet.send(posting("/oauth2/token", form, Optional.of(MACHINE.basic()))), 400, error);
  }

  /** O-7: in the header both are encoded as in a form; or in the form itself. */
  @Test
  void knowsAClientByItsSecretEitherWay() {
    OAuthClient web = OAuthClient.WEB;
    Map<String, String> form = new HashMap<>(Map.of("grant_type", "client_credentials"));
    assertRefused(web.token(form), 400, "unauthorized_client");
    form.put("client_id", web.id());
    form.put("client_secret", web.secret());
    assertRefused(
        Signet.send(posting("/oauth2/token", query(form), Optional.empty())),
        400,
        "unauthorized_client");
  }

  @Test
  void refusesWhoDoesNotShowWhoItIs() {
    String form = "grant_type=client_credentials";
    for (String header :
        List.of(
            basic("machine", "wrong"),
            basic("machine", ""),
            basic("nobody", MACHINE.secret()),
            basic("", ""),
            "Basic !!!",
            "Basic",
            "Bearer x")) {
      Answer answer = Signet.send(posting("/oauth2/token", form, Optional.of(header)));
      assertRefused(answer, 401, "invalid_client");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    }
    assertRefused(
        Signet.send(posting("/oauth2/token", form, Optional.empty())), 401, "invalid_client");
    assertRefused(
        Signet.send(posting("/oauth2/token", form + "&client_id=machine", Optional.empty())),
        401,
        "invalid_client");
    assertRefused(
        Signet.send(
            posting(
                "/oauth2/token",
                form + "&client_id=machine&client_secret=wrong",
                Optional.empty())),
        401,
        "invalid_client");
    assertRefused(
        Signet.send(
            posting("/oauth2/token", form + "&client_id=spa&client_secret=x", Optional.empty())),
        401,
        "invalid_client");
  }

  /** RFC 6749 §2.3. */
  @Test
  void refusesTwoWaysAtOnce() {
    String both =
        "grant_type=client_credentials&client_id=machine&client_secret=" + MACHINE.secret();

    assertRefused(
        Signet.send(posting("/oauth2/token", both, Optional.of(MACHINE.basic()))),
        400,
        "invalid_request");
  }

  /** Whichever of the two is right, and whichever comes first. */
  @Test
  void refusesTwoHeaders() {
    String form = "grant_type=client_credentials";
    for (String other : List.of(basic("machine", "wrong"), MACHINE.basic(), "Bearer x")) {
      assertRefused(
          Signet.send(
              posting("/oauth2/token", form, Optional.of(MACHINE.basic()))
                  .header("Authorization", other)),
          400,
          "invalid_request");
      assertRefused(
          Signet.send(
              posting("/oauth2/token", form, Optional.of(other))
                  .header("Authorization", MACHINE.basic())),
          400,
          "invalid_request");
    }
  }

  /** what is secret is never in an address. */
  @Test
  void readsNothingButTheBodyAndAForm() {
    String query =
        "?grant_type=client_credentials&client_id=machine&client_secret=" + MACHINE.secret();
    assertThat(Signet.send(posting("/oauth2/token" + query, "", Optional.empty())).status())
        .isEqualTo(401);
    assertThat(Signet.get("/oauth2/token" + query).status()).isEqualTo(405);
    assertRefused(
        Signet.postJson("/oauth2/token", "{\"grant_type\":\"client_credentials\"}"),
        400,
        "invalid_request");
    assertRefused(
        Signet.post(
            "/oauth2/token", "application/x-www-form-urlencoded", "a=%zz&b=" + "x".repeat(70_000)),
        400,
        "invalid_request");
  }

  private static String basic(String id, String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.json().keySet()).containsExactlyInAnyOrder("error", "error_description");
  }
}
