package dev.signet.simplejwt;

import static dev.signet.simplejwt.TokenApi.JWT;
import static dev.signet.simplejwt.TokenApi.OBTAIN;
import static dev.signet.simplejwt.TokenApi.SLIDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code POST /api/token/}; {@code /api/token/sliding/} lets in and refuses as it does. Contract
 * §2.1, §2.3.
 */
@WireTest
class ObtainIT {

  private static final String NO_ACTIVE_ACCOUNT =
      "No active account found with the given credentials";

  private final Person kim = Person.stranger();

  @ParameterizedTest
  @ValueSource(strings = {"/api/token/", "/api/token"})
  void obtainsThePairInItsOrder(String path) {
    kim.signUp();

    Answer pair = Signet.post(path, TokenApi.credentials(kim));

    TokenApi.assertOk(pair, "\\{\"refresh\":\"" + JWT + "\",\"access\":\"" + JWT + "\"}");
    assertThat(Signet.get("/api/me", pair.access()).status()).isEqualTo(200);
    assertThat(TokenApi.refresh(pair.refresh()).status()).isEqualTo(200);
  }

  @Test
  void givesTheAccessTokenFiveMinutesAndTheRefreshTokenADay() {
    String id = kim.signUp().accountId().toString();
    long before = Instant.now().getEpochSecond();

    Answer pair = Signet.post(OBTAIN, TokenApi.credentials(kim));

    JsonObject access = Claims.of(pair.access());
    JsonObject refresh = Claims.of(pair.refresh());
    assertThat(access.getInt("exp") - access.getInt("iat")).isEqualTo(5 * 60);
    assertThat(refresh.getInt("exp") - refresh.getInt("iat")).isEqualTo(24 * 3600);
    assertThat((long) access.getInt("iat")).isBetween(before, Instant.now().getEpochSecond());
    assertThat(access.getString("token_type")).isEqualTo("access");
    assertThat(refresh.getString("token_type")).isEqualTo("refresh");
    assertThat(access.getString("user_id")).isEqualTo(id);
    assertThat(refresh.getString("user_id")).isEqualTo(id);
    assertThat(access.getString("jti")).matches("[0-9a-f]{32}");
    assertThat(refresh.getString("jti")).matches("[0-9a-f]{32}");
    assertThat(access.getString("jti")).isNotEqualTo(refresh.getString("jti"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/token/", "/api/token", "/api/token/sliding/", "/api/token/sliding"})
  void refusesWrongUnknownAndInactiveAlike(String path) {
    kim.signUp();
    Person inactive = Person.signedUp();
    Rows.change("update account set state = 'DISABLED' where username = ?", inactive.username());

    assertNobody(Signet.post(path, Map.of("username", kim.username(), "password", "wrong")));
    assertNobody(Signet.post(path, TokenApi.credentials(Person.stranger())));
    assertNobody(Signet.post(path, TokenApi.credentials(inactive)));
  }

  @ParameterizedTest
  @ValueSource(strings = {OBTAIN, SLIDING})
  void findsTheAccountInAnyCaseAndByItsAddress(String path) {
    kim.signUp();

    for (String name : new String[] {kim.username().toUpperCase(Locale.ROOT), kim.email()}) {
      assertThat(obtain(path, name, Signet.PASSWORD).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OBTAIN, SLIDING})
  void takesTheSpacesOffAUsernameButNotOffAPassword(String path) {
    kim.signUp();
    String password = Signet.PASSWORD;

    assertThat(obtain(path, " \t" + kim.username() + "\n ", password).status()).isEqualTo(200);
    assertNobody(obtain(path, kim.username(), " " + password));
    assertNobody(obtain(path, kim.username(), password + " "));
    assertNobody(obtain(path, kim.username(), "   "));
  }

  @ParameterizedTest
  @ValueSource(strings = {OBTAIN, SLIDING})
  void takesNumbersForTheTextTheyAreWrittenAs(String path) {
    long number = ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, Long.MAX_VALUE);
    String password = "7302915846027193";
    String body = "{\"username\":%d,\"password\":%s}".formatted(number, password);
    String text = Long.toString(number);
    Answer signup =
        Signet.post(
            "/api/auth/signup",
            Map.of("username", text, "email", text + "@example.org", "password", password));
    assertThat(signup.status()).isEqualTo(201);

    assertThat(Signet.postJson(path, body).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {OBTAIN, SLIDING})
  void ignoresFieldsThatItDoesNotKnow(String path) {
    kim.signUp();
    String body =
        Json.createObjectBuilder(Map.<String, Object>copyOf(TokenApi.credentials(kim)))
            .add("email", Json.createArrayBuilder())
            .add("is_admin", true)
            .addNull("nothing")
            .build()
            .toString();

    Answer answer = Signet.postJson(path, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {OBTAIN, SLIDING})
  void takesAForm(String path) {
    kim.signUp();

    assertThat(Signet.postForm(path, TokenApi.credentials(kim)).status()).isEqualTo(200);
    assertNobody(Signet.postForm(path, Map.of("username", kim.username(), "password", "wrong")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer garbage", "Bearer", "Basic a2ltOmtpbQ=="})
  void doesNotLookAtAnAuthorizationHeader(String authorization) {
    kim.signUp();
    String body =
        Json.createObjectBuilder(Map.<String, Object>copyOf(TokenApi.credentials(kim)))
            .build()
            .toString();

    Answer answer =
        Signet.send(
            Signet.request(OBTAIN)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

    assertThat(answer.status()).isEqualTo(200);
  }

  private static Answer obtain(String path, String username, String password) {
    return Signet.post(path, Map.of("username", username, "password", password));
  }

  private static void assertNobody(Answer answer) {
    Refusals.assertUnauthenticated(answer, NO_ACTIVE_ACCOUNT, "no_active_account");
  }
}
