package dev.signet.oidc;

import static dev.signet.wire.Application.DESK;
import static dev.signet.wire.Application.LEDGER;
import static dev.signet.wire.Application.PHONE;
import static dev.signet.wire.Application.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Application;
import dev.signet.wire.Claims;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The introspection endpoint (RFC 7662). */
@WireTest
class IntrospectionIT {

  private static final String INTROSPECT = "/oauth2/introspect";
  private static final String INACTIVE = "{\"active\":false}";

  private final Person person = Person.stranger();
  private final Answer login = person.signUp();

  @Test
  void tellsAClientOfItsAccessToken() {
    String token = SHOP.access(login, "openid read");

    Answer answer = introspect(SHOP, token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonObject said = answer.json();
    JsonObject claims = Claims.of(token);
    assertThat(said)
        .containsOnlyKeys(
            "active",
            "token_type",
            "scope",
            "client_id",
            "exp",
            "iat",
            "sub",
            "aud",
            "iss",
            "jti",
            "auth_time",
            "groups");
    assertThat(said.getBoolean("active")).isTrue();
    assertThat(said.getString("token_type")).isEqualTo("Bearer");
    assertThat(said.getString("scope")).isEqualTo("openid read");
    assertThat(said.getString("client_id")).isEqualTo(SHOP.id());
    for (String name : said.keySet()) {
      if (claims.containsKey(name) && !name.equals("token_type")) {
        assertThat(said.get(name)).as(name).isEqualTo(claims.get(name));
      }
    }
  }

  @Test
  void tellsAClientOfItsRefreshToken() {
    String token = SHOP.tokens(login, "openid").getString("refresh_token");

    assertThat(introspect(SHOP, token).body())
        .isEqualTo("{\"active\":true,\"scope\":\"openid\",\"client_id\":\"probe-shop\"}");
    assertThat(introspect(DESK, token).body()).isEqualTo(INACTIVE);
  }

  /** To look is not to use. */
  @Test
  void leavesARefreshTokenAsItIs() {
    String token = SHOP.tokens(login, "openid").getString("refresh_token");
    introspect(SHOP, token);

    Answer refreshed = refresh(SHOP, token);

    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(introspect(SHOP, refreshed.text("refresh_token")).json().getBoolean("active"))
        .isTrue();
  }

  /** §4: the resource server that a token is for, and nobody else. */
  @Test
  void tellsWhomATokenIsFor() {
    String token = DESK.access(login, "openid");

    assertThat(introspect(LEDGER, token).text("client_id")).isEqualTo(DESK.id());
    assertThat(introspect(SHOP, token).body()).isEqualTo(INACTIVE);
  }

  @Test
  void tellsOfTokensOfOurOwnClientsToWhomTheyAreFor() {
    assertThat(introspect(SHOP, login.access()).json())
        .containsEntry("active", jakarta.json.JsonValue.TRUE)
        .doesNotContainKeys("client_id", "scope", "upn", "sid");
    assertThat(introspect(DESK, login.access()).body()).isEqualTo(INACTIVE);
    assertThat(introspect(SHOP, login.refresh()).body()).isEqualTo(INACTIVE);
  }

  @Test
  void tellsOfTokensOfAClientItself() {
    JsonObject said = introspect(SHOP, SHOP.accessForItself()).json();

    assertThat(said.getString("sub")).isEqualTo(SHOP.id());
    assertThat(said.getBoolean("active")).isTrue();
  }

  /** §2.1: a hint is no more than that. */
  @ParameterizedTest
  @ValueSource(strings = {"refresh_token", "access_token", "whatever"})
  void findsATokenWhateverTheHint(String hint) {
    String token = SHOP.access(login, "openid");

    Answer answer = SHOP.post(INTROSPECT, Map.of("token", token, "token_type_hint", hint));

    assertThat(answer.json().getBoolean("active")).isTrue();
  }

  /** §2.2: no token is an error. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "null", "é"})
  void saysOfWhatIsNoTokenThatItIsInactive(String token) {
    Answer answer = introspect(SHOP, token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(INACTIVE);
  }

  @Test
  void saysOfOtherKindsThatTheyAreInactive() {
    assertThat(introspect(SHOP, SHOP.tokens(login, "openid").getString("id_token")).body())
        .isEqualTo(INACTIVE);
    assertThat(introspect(SHOP, "x".repeat(60_000)).body()).isEqualTo(INACTIVE);
  }

  @Test
  void saysOfTheTokensOfAnEndedSessionThatTheyAreInactive() {
    JsonObject tokens = SHOP.tokens(login, "openid");
    Signet.post("/api/auth/logout", Map.of("refresh", login.refresh()));

    assertThat(introspect(SHOP, tokens.getString("access_token")).body()).isEqualTo(INACTIVE);
    assertThat(introspect(SHOP, tokens.getString("refresh_token")).body()).isEqualTo(INACTIVE);
  }

  @Test
  void saysOfARotatedRefreshTokenThatItIsInactive() {
    String first = SHOP.tokens(login, "openid").getString("refresh_token");
    String second = refresh(SHOP, first).text("refresh_token");
    String third = refresh(SHOP, second).text("refresh_token");

    assertThat(introspect(SHOP, first).body()).isEqualTo(INACTIVE);
    assertThat(introspect(SHOP, third).json().getBoolean("active")).isTrue();
  }

  @Test
  void saysOfTheTokensOfADisabledAccountThatTheyAreInactive() {
    JsonObject tokens = SHOP.tokens(login, "openid");
    Rows.change("update account set state = 'DISABLED' where id = ?", login.accountId());

    assertThat(introspect(SHOP, tokens.getString("access_token")).body()).isEqualTo(INACTIVE);
    assertThat(introspect(SHOP, tokens.getString("refresh_token")).body()).isEqualTo(INACTIVE);
  }

  @Test
  void answersNobodyWhoHasNotShownWhoHeIs() {
    Map<String, String> form = Map.of("token", login.access());

    for (Answer answer :
        new Answer[] {
          PHONE.post(INTROSPECT, form),
          Signet.postForm(INTROSPECT, form),
          new Application(SHOP.id(), "wrong".repeat(9)).post(INTROSPECT, form),
          Signet.send(
              PHONE.posting(INTROSPECT, form).header("Authorization", "Bearer " + login.access())),
        }) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text("error")).isEqualTo("invalid_client");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"oauth2\"");
    }
  }

  @Test
  void refusesWhoShowsWhoHeIsTwice() {
    Answer answer =
        Signet.send(
            SHOP.posting(INTROSPECT, Map.of("token", login.access()))
                .header("Authorization", "Bearer " + login.access()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_request");
  }

  @Test
  void refusesARequestWithoutATokenOrWithTwo() {
    assertThat(SHOP.post(INTROSPECT, Map.of()).text("error")).isEqualTo("invalid_request");
    Answer twice =
        Signet.post(
            INTROSPECT,
            "application/x-www-form-urlencoded",
            "token=a&token=b&client_id=probe-desk&client_secret=" + DESK.secret());
    assertThat(twice.status()).isEqualTo(400);
    assertThat(twice.text("error")).isEqualTo("invalid_request");
  }

  @Test
  void takesNothingButAForm() {
    assertThat(Signet.get(INTROSPECT).status()).isEqualTo(405);
    Answer json = Signet.postJson(INTROSPECT, "{\"token\":\"x\"}");
    assertThat(json.status()).isEqualTo(400);
    assertThat(json.text("error")).isEqualTo("invalid_request");
  }

  private static Answer introspect(Application client, String token) {
    return client.post(INTROSPECT, Map.of("token", token));
  }

  private static Answer refresh(Application client, String token) {
    return client.post(
        "/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token));
  }
}
