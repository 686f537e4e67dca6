package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long sessions last, by what they were opened for. */
@WireTest
class LimitsIT {

  private static final Duration WHILE = Duration.ofMinutes(10);

  private final Person kim = Person.stranger();

  @ParameterizedTest
  @CsvSource({"'', P1D, P30D", "false, PT30M, PT12H", "true, P14D, P30D"})
  void areByWhatTheLoginSays(String remember, Duration idle, Duration absolute) {
    kim.signUp();
    Answer login = logIn(remember);

    assertThat(login.json().getInt("refresh_expires_in")).isEqualTo(idle.toSeconds());
    assertThat(longest(login)).isEqualTo(absolute.toSeconds());
    Answer refreshed = Signet.refresh(login.refresh());
    assertThat(refreshed.json().getInt("refresh_expires_in")).isEqualTo(idle.toSeconds());
  }

  @Test
  void areByWhatTheSignUpSays() {
    Map<String, String> request = new HashMap<>(kim.signupRequest());
    request.put("remember_me", "false");

    Answer signup = Signet.post("/api/auth/signup", request);

    assertThat(signup.status()).isEqualTo(201);
    assertThat(signup.json().getInt("refresh_expires_in")).isEqualTo(30 * 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/auth/signup"})
  void areNotByWhatNobodyUnderstands(String path) {
    Map<String, String> request = new HashMap<>(kim.signupRequest());
    request.put("remember_me", "perhaps");

    Answer refused = Signet.post(path, request);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().getJsonArray("remember_me").getString(0))
        .isEqualTo("Must be a valid boolean.");
  }

  /** Simple JWT knows no such field. */
  @Test
  void areTheSameForAllAtTheSimpleJwtApi() {
    kim.signUp();
    Map<String, String> request =
        Map.of("username", kim.username(), "password", Signet.PASSWORD, "remember_me", "perhaps");

    Answer login = Signet.post("/api/token/", request);

    assertThat(expiry(login) - issue(login)).isEqualTo(Duration.ofDays(1).toSeconds());
  }

  @Test
  void refuseWhoWasIdleTooLong() {
    kim.signUp();
    Answer login = logIn("false");
    idle(login, Duration.ofMinutes(30));

    Answer refused = Signet.refresh(login.refresh());

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text("code")).isEqualTo("token_not_valid");
    assertThat(refused.text("detail")).isEqualTo("Token is expired");
  }

  @Test
  void arePutOffByARefresh() {
    kim.signUp();
    Answer login = logIn("false");
    idle(login, WHILE);

    Answer refreshed = Signet.refresh(login.refresh());

    assertThat(expiry(refreshed)).isGreaterThanOrEqualTo(expiry(login));
  }

  @Test
  void areNotPutOffInTheBackground() {
    kim.signUp();
    Answer login = logIn("false");
    idle(login, WHILE);

    Answer first = refreshInBackground(login.refresh(), "1");
    Answer second = refreshInBackground(first.refresh(), "1");
    Answer again = refreshInBackground(first.refresh(), "1");

    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(expiry(second)).isEqualTo(expiry(login) - WHILE.toSeconds());
    assertThat(second.refresh()).isNotEqualTo(first.refresh());
    assertThat(again.body()).isEqualTo(second.body());
    assertThat(Signet.get("/api/me", second.access()).status()).isEqualTo(200);
    Answer attended = refreshInBackground(second.refresh(), "0");
    assertThat(expiry(attended)).isGreaterThanOrEqualTo(expiry(login));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "2", "", "1, 0"})
  void askWhetherItIsInTheBackgroundInNoOtherWay(String value) {
    Answer login = kim.signUp();

    Answer refused = refreshInBackground(login.refresh(), value);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail"))
        .isEqualTo("The value of the header X-Signet-Background is wrong.");
    assertThat(generation(login)).isZero();
  }

  @Test
  void endASessionThatIsRefreshedAllTheTime() {
    kim.signUp();
    Answer login = logIn("true");
    Rows.change(
        "update session set expires_at = ? where id = ?",
        Instant.now().plusSeconds(60).atOffset(ZoneOffset.UTC),
        sid(login));

    Answer refreshed = Signet.refresh(login.refresh());

    assertThat(refreshed.json().getInt("refresh_expires_in")).isBetween(1, 60);
    Rows.change(
        "update session set expires_at = ? where id = ?",
        Instant.now().atOffset(ZoneOffset.UTC),
        sid(login));
    assertThat(Signet.refresh(refreshed.refresh()).text("detail")).isEqualTo("Token is expired");
  }

  private Answer logIn(String remember) {
    Map<String, String> request =
        new HashMap<>(Map.of("username", kim.username(), "password", Signet.PASSWORD));
    if (!remember.isEmpty()) {
      request.put("remember_me", remember);
    }
    Answer login = Signet.post("/api/auth/login", request);
    assertThat(login.status()).as(login.body()).isEqualTo(200);
    return login;
  }

  private static Answer refreshInBackground(String token, String value) {
    return Signet.send(
        Signet.request("/api/auth/refresh")
            .header("Content-Type", "application/json")
            .header("X-Signet-Background", value)
            .POST(BodyPublishers.ofString("{\"refresh\":\"" + token + "\"}")));
  }

  /** As if nobody had used the session for a time. */
  private static void idle(Answer login, Duration time) {
    Rows.change(
        "update session set idle_expires_at = ? where id = ?",
        Instant.ofEpochSecond(expiry(login)).minus(time).atOffset(ZoneOffset.UTC),
        sid(login));
  }

  private static int generation(Answer login) {
    return Rows.count("select generation from session where id = ?", sid(login));
  }

  private static int longest(Answer login) {
    return Rows.count(
        "select cast(extract(epoch from expires_at) - extract(epoch from created_at) as integer)"
            + " from session where id = ?",
        sid(login));
  }

  private static String sid(Answer login) {
    return claims(login).getString("sid");
  }

  private static long expiry(Answer login) {
    return claims(login).getJsonNumber("exp").longValue();
  }

  private static long issue(Answer login) {
    return claims(login).getJsonNumber("iat").longValue();
  }

  private static JsonObject claims(Answer login) {
    return Claims.of(login.refresh());
  }
}
