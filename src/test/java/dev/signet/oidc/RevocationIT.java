package dev.signet.oidc;

import static dev.signet.wire.Application.DESK;
import static dev.signet.wire.Application.PHONE;
import static dev.signet.wire.Application.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Application;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The revocation endpoint (RFC 7009). */
@WireTest
class RevocationIT {

  private static final String REVOKE = "/oauth2/revoke";

  private final Person person = Person.stranger();
  private final Answer login = person.signUp();

  /** §2.1: the other one goes with it. */
  @ParameterizedTest
  @ValueSource(strings = {"refresh_token", "access_token"})
  void endsWhatItsClientWasGiven(String which) {
    JsonObject tokens = SHOP.tokens(login, "openid");

    Answer answer = revoke(SHOP, tokens.getString(which));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(isActive(tokens, "access_token")).isFalse();
    assertThat(isActive(tokens, "refresh_token")).isFalse();
    assertThat(refresh(SHOP, tokens).text("error")).isEqualTo("invalid_grant");
  }

  @Test
  void leavesTheLoginAndOtherClientsAsTheyAre() {
    JsonObject others = DESK.tokens(login, "openid");

    revoke(SHOP, SHOP.access(login, "openid"));

    assertThat(Signet.get("/api/me", login.access()).status()).isEqualTo(200);
    assertThat(refresh(DESK, others).status()).isEqualTo(200);
  }

  @Test
  void takesAPublicClientAtItsWord() {
    JsonObject tokens = PHONE.tokens(login, "openid");

    assertThat(revoke(PHONE, tokens.getString("refresh_token")).status()).isEqualTo(200);
    assertThat(refresh(PHONE, tokens).text("error")).isEqualTo("invalid_grant");
  }

  /** A client that has lost the answer to a refresh still has a token to log out with. */
  @Test
  void takesARefreshTokenThatWasExchanged() {
    JsonObject tokens = SHOP.tokens(login, "openid");
    JsonObject next = refresh(SHOP, tokens).json();

    assertThat(revoke(SHOP, tokens.getString("refresh_token")).status()).isEqualTo(200);
    assertThat(isActive(next, "access_token")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token", "whatever"})
  void findsATokenWhateverTheHint(String hint) {
    JsonObject tokens = SHOP.tokens(login, "openid");

    SHOP.post(REVOKE, Map.of("token", tokens.getString("refresh_token"), "token_type_hint", hint));

    assertThat(isActive(tokens, "refresh_token")).isFalse();
  }

  /** §2.2. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."})
  void isContentWithWhatIsNoToken(String token) {
    assertThat(revoke(SHOP, token).status()).isEqualTo(200);
  }

  @Test
  void isContentWithWhatWasRevokedBefore() {
    JsonObject tokens = SHOP.tokens(login, "openid");
    revoke(SHOP, tokens.getString("refresh_token"));

    assertThat(revoke(SHOP, tokens.getString("refresh_token")).status()).isEqualTo(200);
    assertThat(revoke(SHOP, tokens.getString("access_token")).status()).isEqualTo(200);
  }

  /** §2.1: the client is told, and nothing happens. */
  @ParameterizedTest
  @ValueSource(strings = {"refresh_token", "access_token"})
  void endsNothingThatAnotherClientWasGiven(String which) {
    JsonObject tokens = SHOP.tokens(login, "openid");

    for (Application other : new Application[] {DESK, PHONE}) {
      Answer answer = revoke(other, tokens.getString(which));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("error")).isEqualTo("invalid_grant");
    }
    assertThat(refresh(SHOP, tokens).status()).isEqualTo(200);
  }

  @Test
  void endsNoLoginOfOurOwnClients() {
    assertThat(revoke(SHOP, login.access()).text("error")).isEqualTo("invalid_grant");
    assertThat(revoke(SHOP, login.refresh()).status()).isEqualTo(200);
    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(200);
  }

  @Test
  void endsNothingByAnIdToken() {
    JsonObject tokens = SHOP.tokens(login, "openid");

    assertThat(revoke(SHOP, tokens.getString("id_token")).status()).isEqualTo(200);
    assertThat(refresh(SHOP, tokens).status()).isEqualTo(200);
  }

  /** §2.2.1. */
  @Test
  void cannotTakeBackWhatIsOfNoSession() {
    Answer answer = revoke(SHOP, SHOP.accessForItself());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("unsupported_token_type");
  }

  @Test
  void answersNobodyWhoHasNotShownWhoHeIs() {
    JsonObject tokens = SHOP.tokens(login, "openid");
    String token = tokens.getString("refresh_token");

    for (Answer answer :
        new Answer[] {
          Signet.postForm(REVOKE, Map.of("token", token)),
          Signet.postForm(REVOKE, Map.of("token", token, "client_id", SHOP.id())),
          new Application(SHOP.id(), "wrong".repeat(9)).post(REVOKE, Map.of("token", token)),
        }) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text("error")).isEqualTo("invalid_client");
    }
    assertThat(refresh(SHOP, tokens).status()).isEqualTo(200);
  }

  @Test
  void refusesWhoShowsWhoHeIsTwice() {
    JsonObject tokens = SHOP.tokens(login, "openid");

    Answer answer =
        Signet.send(
            SHOP.posting(REVOKE, Map.of("token", tokens.getString("refresh_token")))
                .header("Authorization", "Basic !!!"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_request");
    assertThat(refresh(SHOP, tokens).status()).isEqualTo(200);
  }

  @Test
  void takesNothingButAFormWithOneToken() {
    assertThat(Signet.get(REVOKE + "?token=x").status()).isEqualTo(405);
    assertThat(SHOP.post(REVOKE, Map.of()).text("error")).isEqualTo("invalid_request");
    assertThat(Signet.postJson(REVOKE, "{}").text("error")).isEqualTo("invalid_request");
    assertThat(
            Signet.post(
                    REVOKE,
                    "application/x-www-form-urlencoded",
                    "token=a&token=b&client_id=" + PHONE.id())
                .text("error"))
        .isEqualTo("invalid_request");
  }

  private static Answer revoke(Application client, String token) {
    return client.post(REVOKE, Map.of("token", token));
  }

  private static boolean isActive(JsonObject tokens, String which) {
    return SHOP.post("/oauth2/introspect", Map.of("token", tokens.getString(which)))
        .json()
        .getBoolean("active");
  }

  private static Answer refresh(Application client, JsonObject tokens) {
    return client.post(
        "/oauth2/token",
        Map.of("grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token")));
  }
}
