package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code POST /api/auth/logout}. */
@WireTest
class LogoutIT {

  private static final String LOGOUT = "/api/auth/logout";

  @Test
  void endsTheSessionOfTheRefreshToken() {
    Answer login = Person.stranger().signUp();

    Answer logout = Signet.post(LOGOUT, Map.of("refresh", login.refresh()));

    assertThat(logout.status()).isEqualTo(204);
    assertThat(logout.body()).isEmpty();
    assertThat(Signet.refresh(login.refresh()).text("detail")).isEqualTo("Token is blacklisted");
    assertThat(Signet.get("/api/me", login.access()).status()).isEqualTo(401);
  }

  @Test
  void endsTheSessionOfTheBearerToken() {
    Answer login = Person.stranger().signUp();

    assertThat(logoutWithBearer(login.access()).status()).isEqualTo(204);

    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(401);
  }

  @Test
  void changesNothingTheSecondTime() {
    Answer login = Person.stranger().signUp();
    Signet.post(LOGOUT, Map.of("refresh", login.refresh()));

    assertThat(Signet.post(LOGOUT, Map.of("refresh", login.refresh())).status()).isEqualTo(204);
  }

  @Test
  void changesNothingTheSecondTimeByBearerToken() {
    Answer login = Person.stranger().signUp();
    logoutWithBearer(login.access());

    assertThat(logoutWithBearer(login.access()).status()).isEqualTo(204);
  }

  @Test
  void needsNoGoodAccessTokenBesideTheRefreshToken() {
    Answer login = Person.stranger().signUp();

    Answer logout =
        Signet.send(
            Signet.request(LOGOUT)
                .header("Authorization", "Bearer " + login.access() + "expired")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"refresh\":\"" + login.refresh() + "\"}")));

    assertThat(logout.status()).isEqualTo(204);
    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(401);
  }

  @Test
  void takesARefreshTokenThatWasRefreshedMeanwhile() {
    Answer login = Person.stranger().signUp();
    Answer refreshed = Signet.refresh(login.refresh());

    assertThat(Signet.post(LOGOUT, Map.of("refresh", login.refresh())).status()).isEqualTo(204);

    assertThat(Signet.refresh(refreshed.refresh()).status()).isEqualTo(401);
  }

  @Test
  void leavesOtherSessionsAlone() {
    Person kim = Person.stranger();
    Answer here = kim.signUp();
    Answer there = kim.login();

    Signet.post(LOGOUT, Map.of("refresh", here.refresh()));

    assertThat(Signet.get("/api/me", there.access()).status()).isEqualTo(200);
    assertThat(Signet.refresh(there.refresh()).status()).isEqualTo(200);
  }

  @Test
  void refusesNobodyWithoutAToken() {
    Answer refused = Signet.postJson(LOGOUT, "{}");

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text("code")).isEqualTo("not_authenticated");
  }

  @Test
  void refusesAGarbageToken() {
    assertThat(Signet.post(LOGOUT, Map.of("refresh", "garbage")).text("code"))
        .isEqualTo("token_not_valid");
    assertThat(logoutWithBearer("garbage").text("code")).isEqualTo("token_not_valid");
  }

  /** As a client does that has nothing to say but who it is. */
  private static Answer logoutWithBearer(String token) {
    return Signet.send(
        Signet.request(LOGOUT)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.noBody()));
  }
}
