package dev.signet.guard;

import static dev.signet.wire.Application.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications were given, at our own API. */
@WireTest
class ClientBearerIT {

  private final Answer login = Person.stranger().signUp();

  @Test
  void isTakenWhereItsScopeHasAccount() {
    Answer me = Signet.get("/api/me", SHOP.access(login, "openid account"));

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.accountId()).isEqualTo(login.accountId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid", "openid profile email offline_access read", "read"})
  void isForbiddenOtherwise(String scope) {
    String token = SHOP.access(login, scope);

    for (String path : new String[] {"/api/me", "/api/me/sessions", "/api/admin/ping"}) {
      Answer answer = Signet.get(path, token);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text("code")).isEqualTo("insufficient_scope");
      assertThat(answer.header("WWW-Authenticate"))
          .isEqualTo(
              "Bearer realm=\"api\", error=\"insufficient_scope\", error_description="
                  + "\"The token does not allow this: its scope has no account.\"");
    }
  }

  /** A client may ask for its tokens, whatever else it shows. */
  @Test
  void changesNothingWhereNobodyIsNeeded() {
    String token = SHOP.access(login, "openid");

    assertThat(Signet.get("/health/ready", token).status()).isEqualTo(200);
    assertThat(Signet.get("/oauth2/jwks", token).status()).isEqualTo(200);
  }

  @Test
  void isNoBearerTokenIfItIsOfAnotherKind() {
    JsonObject tokens = SHOP.tokens(login, "openid account");

    for (String kind : new String[] {"id_token", "refresh_token"}) {
      Answer answer = Signet.get("/api/me", tokens.getString(kind));
      assertThat(answer.status()).as(kind).isEqualTo(401);
      assertThat(answer.text("code")).isEqualTo("token_not_valid");
    }
  }

  @Test
  void isNoBearerTokenIfItIsOfNoPerson() {
    assertThat(Signet.get("/api/me", SHOP.accessForItself()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh_token", "id_token"})
  void isNotRefreshedByOurOwnClients(String kind) {
    JsonObject tokens = SHOP.tokens(login, "openid account");
    String token = tokens.getString(kind);

    for (Answer answer :
        new Answer[] {
          Signet.refresh(token),
          Signet.post("/api/token/refresh/", Map.of("refresh", token)),
          Signet.post("/api/token/verify/", Map.of("token", token)),
          Signet.post("/api/token/blacklist/", Map.of("refresh", token)),
          Signet.post("/api/auth/logout", Map.of("refresh", token)),
        }) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(401);
      assertThat(answer.text("code")).isEqualTo("token_not_valid");
    }
    assertThat(isActive(tokens)).isTrue();
  }

  /** It would be a login of a browser, which is the way to what other clients are given. */
  @Test
  void isNoLoginOfABrowser() {
    String token = SHOP.access(login, "openid account");

    Answer account = Signet.send(Signet.request("/account").header("Cookie", "access=" + token));
    Answer me = Signet.send(Signet.request("/api/me").header("Cookie", "access=" + token));

    assertThat(account.status()).isEqualTo(303);
    assertThat(account.header("Location")).startsWith("/signet/api/auth/renew");
    assertThat(me.status()).isEqualTo(401);
  }

  /** M-2, T-10. */
  @Test
  void saysWhatContainersAndOthersAskOf() {
    JsonObject claims = Claims.of(SHOP.access(login, "openid"));

    assertThat(claims)
        .containsKeys(
            "iss", "exp", "aud", "sub", "client_id", "iat", "jti", "scope", "groups", "auth_time");
  }

  private static boolean isActive(JsonObject tokens) {
    return SHOP.post("/oauth2/introspect", Map.of("token", tokens.getString("refresh_token")))
        .json()
        .getBoolean("active");
  }
}
