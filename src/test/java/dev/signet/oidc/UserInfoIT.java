package dev.signet.oidc;

import static dev.signet.wire.Application.DESK;
import static dev.signet.wire.Application.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The UserInfo endpoint (OpenID Connect Core 1.0 §5.3). */
@WireTest
class UserInfoIT {

  private static final String USERINFO = "/oauth2/userinfo";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Person person = Person.stranger();
  private final Answer login = person.signUp();

  @Test
  void tellsByScopeWhoItIs() {
    JsonObject tokens = SHOP.tokens(login, "openid email profile");

    Answer answer = Signet.get(USERINFO, tokens.getString("access_token"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json())
        .isEqualTo(
            Json.createObjectBuilder()
                .add("sub", Claims.of(tokens.getString("id_token")).getString("sub"))
                .add("name", "Somebody")
                .add("preferred_username", person.username())
                .add("locale", "en")
                .add("email", person.email())
                .add("email_verified", false)
                .build());
  }

  @Test
  void tellsNoMoreThanTheScopeAllows() {
    assertThat(Signet.get(USERINFO, SHOP.access(login, "openid")).json()).containsOnlyKeys("sub");
    assertThat(Signet.get(USERINFO, SHOP.access(login, "openid email")).json())
        .containsOnlyKeys("sub", "email", "email_verified");
  }

  /** O-5. */
  @Test
  void tellsANameInWhateverLetters() {
    Rows.change("update account set name = '김 Zoë' where id = ?", login.accountId());

    Answer answer = Signet.get(USERINFO, SHOP.access(login, "openid profile"));

    assertThat(answer.text("name")).isEqualTo("김 Zoë");
  }

  /** §5.5: as long as the session lasts, and not what is for the ID token. */
  @Test
  void tellsSingleClaimsThatWereAskedFor() {
    JsonObject tokens =
        SHOP.tokens(
            login,
            "openid",
            Optional.of("{\"userinfo\":{\"email\":null},\"id_token\":{\"name\":null}}"));
    Answer refreshed =
        SHOP.post(
            "/oauth2/token",
            Map.of(
                "grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token")));

    assertThat(Signet.get(USERINFO, tokens.getString("access_token")).json())
        .containsOnlyKeys("sub", "email");
    assertThat(Signet.get(USERINFO, refreshed.text("access_token")).json())
        .containsOnlyKeys("sub", "email");
    for (String idToken : new String[] {tokens.getString("id_token"), refreshed.text("id_token")}) {
      assertThat(Claims.of(idToken)).containsKey("name").doesNotContainKey("email");
    }
  }

  /** Whoever its access tokens are for. */
  @Test
  void takesTokensForOtherAudiences() {
    String token = DESK.access(login, "openid");

    assertThat(Signet.get(USERINFO, token).json()).containsOnlyKeys("sub");
    assertThat(Signet.get("/api/me", token).status()).isEqualTo(401);
  }

  @Test
  void takesAPostWithTheTokenInTheHeader() {
    Answer answer =
        Signet.send(
            Signet.request(USERINFO)
                .header("Authorization", "bearer " + SHOP.access(login, "openid"))
                .POST(BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("sub")).isEqualTo(login.accountId().toString());
  }

  @Test
  void takesAPostWithTheTokenInTheForm() {
    Answer answer = Signet.postForm(USERINFO, Map.of("access_token", SHOP.access(login, "openid")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("sub")).isEqualTo(login.accountId().toString());
  }

  @Test
  void takesNoTokenThatIsShownTwice() {
    String token = SHOP.access(login, "openid");

    Answer inTwoPlaces =
        Signet.send(
            Signet.request(USERINFO)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("access_token=" + token)));
    Answer repeated =
        Signet.post(USERINFO, FORM, "access_token=" + token + "&access_token=" + token);
    Answer twoHeaders =
        Signet.send(
            Signet.request(USERINFO)
                .header("Authorization", "Bearer " + token)
                .header("Authorization", "Bearer " + token));

    assertInvalidRequest(inTwoPlaces);
    assertInvalidRequest(repeated);
    assertInvalidRequest(twoHeaders);
  }

  @Test
  void refusesAHeaderThatIsNotOneToken() {
    String token = SHOP.access(login, "openid");

    assertInvalidRequest(Signet.get(USERINFO, token + " " + token));
    assertInvalidRequest(Signet.send(Signet.request(USERINFO).header("Authorization", "Bearer")));
  }

  /** */
  @Test
  void takesNoTokenFromTheAddress() {
    String token = SHOP.access(login, "openid");

    assertInvalidRequest(Signet.get(USERINFO + "?access_token=" + token));
    assertInvalidRequest(Signet.get(USERINFO + "?access_token=" + token, token));
  }

  /** RFC 6750 §3.1: who has shown nothing is told of no error. */
  @Test
  void asksForAToken() {
    Answer answer = Signet.get(USERINFO);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"oauth2\"");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.body()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."})
  void refusesWhatIsNoToken(String token) {
    assertInvalid(Signet.get(USERINFO, token));
    assertInvalid(Signet.postForm(USERINFO, Map.of("access_token", token)));
  }

  @Test
  void refusesAnAlteredToken() {
    String token = SHOP.access(login, "openid");
    String[] parts = token.split("\\.", -1);

    assertInvalid(Signet.get(USERINFO, parts[0] + "." + parts[1] + "x." + parts[2]));
  }

  /** T-7, T-14. */
  @Test
  void refusesTokensOfOtherKinds() {
    JsonObject tokens = SHOP.tokens(login, "openid");

    assertInvalid(Signet.get(USERINFO, tokens.getString("id_token")));
    assertInvalid(Signet.get(USERINFO, tokens.getString("refresh_token")));
    assertInvalid(Signet.get(USERINFO, login.refresh()));
  }

  @Test
  void refusesTokensThatAreForNoPerson() {
    assertRefused(Signet.get(USERINFO, SHOP.accessForItself()), 403, "insufficient_scope");
  }

  @Test
  void refusesTokensOfOurOwnClients() {
    assertRefused(Signet.get(USERINFO, login.access()), 403, "insufficient_scope");
  }

  @Test
  void refusesATokenWithoutTheScope() {
    Answer answer = Signet.get(USERINFO, SHOP.access(login, "email"));

    assertRefused(answer, 403, "insufficient_scope");
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"oauth2\", error=\"insufficient_scope\","
                + " error_description=\"The token has no scope openid.\"");
  }

  @Test
  void refusesTheTokenOfASessionThatHasEnded() {
    String token = SHOP.access(login, "openid");
    Signet.post("/api/auth/logout", Map.of("refresh", login.refresh()));

    assertInvalid(Signet.get(USERINFO, token));
  }

  @Test
  void refusesTheTokenOfADisabledAccount() {
    String token = SHOP.access(login, "openid");
    Rows.change("update account set state = 'DISABLED' where id = ?", login.accountId());

    assertInvalid(Signet.get(USERINFO, token));
  }

  @Test
  void readsNoHugeForm() {
    assertInvalidRequest(Signet.postForm(USERINFO, Map.of("access_token", "x".repeat(100_000))));
  }

  /** RFC 6750 §3. */
  private static void assertInvalidRequest(Answer answer) {
    assertRefused(answer, 400, "invalid_request");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("WWW-Authenticate"))
        .startsWith("Bearer realm=\"oauth2\", error=\"invalid_request\", error_description=\"");
  }

  private static void assertInvalid(Answer answer) {
    assertRefused(answer, 401, "invalid_token");
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"oauth2\", error=\"invalid_token\","
                + " error_description=\"The token is no good, or good no more.\"");
  }

  private static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }
}
