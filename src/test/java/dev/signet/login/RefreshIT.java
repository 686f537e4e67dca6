package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/auth/refresh}. */
@WireTest
class RefreshIT {

  @Test
  void givesNewTokensThatWork() {
    Answer login = Person.stranger().signUp();

    Answer refreshed = Signet.refresh(login.refresh());

    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.refresh()).isNotEqualTo(login.refresh());
    assertThat(Signet.get("/api/me", refreshed.access()).status()).isEqualTo(200);
    assertThat(Signet.refresh(refreshed.refresh()).status()).isEqualTo(200);
  }

  @Test
  void givesTheSameAnswerAgainToWhoDidNotGetIt() {
    Answer login = Person.stranger().signUp();

    Answer lost = Signet.refresh(login.refresh());
    Answer again = Signet.refresh(login.refresh());

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(lost.body());
  }

  @Test
  void endsTheSessionWhenATokenBeforeTheLastIsUsed() {
    Person kim = Person.stranger();
    Answer first = kim.signUp();
    Answer elsewhere = kim.login();
    Answer second = Signet.refresh(first.refresh());
    Answer third = Signet.refresh(second.refresh());

    Answer replay = Signet.refresh(first.refresh());

    assertThat(replay.status()).isEqualTo(401);
    assertThat(replay.text("code")).isEqualTo("token_reused");
    assertThat(Signet.refresh(third.refresh()).text("code")).isEqualTo("token_not_valid");
    assertThat(Signet.get("/api/me", third.access()).status()).isEqualTo(401);
    assertThat(Signet.get("/api/me", elsewhere.access()).status()).isEqualTo(200);
    assertThat(Signet.refresh(elsewhere.refresh()).status()).isEqualTo(200);
  }

  @Test
  void endsTheSessionWhenTheLastTokenComesBackAfterTheGrace() {
    Answer login = Person.stranger().signUp();
    Answer refreshed = Signet.refresh(login.refresh());
    letGraceGoBy(login);

    Answer late = Signet.refresh(login.refresh());

    assertThat(late.text("code")).isEqualTo("token_reused");
    assertThat(Signet.refresh(refreshed.refresh()).status()).isEqualTo(401);
  }

  @Test
  void commitsTheEndOfASessionThatItRefuses() {
    Answer login = Person.stranger().signUp();
    Signet.refresh(login.refresh());
    letGraceGoBy(login);

    Signet.refresh(login.refresh());

    assertThat(
            Rows.count(
                "select count(*) from session where account_id = ? and revoked_because = 'REUSE'",
                accountOf(login)))
        .isEqualTo(1);
  }

  @Test
  void showsWhatHasBecomeOfTheAccount() {
    Answer login = Person.stranger().signUp();
    Rows.change("update account set roles = 'admin user' where id = ?", accountOf(login));

    Answer refreshed = Signet.refresh(login.refresh());

    assertThat(Signet.get("/api/admin/ping", login.access()).status()).isEqualTo(403);
    assertThat(Signet.get("/api/admin/ping", refreshed.access()).status()).isEqualTo(200);
    assertThat(isAdminIn(login)).isFalse();
    assertThat(isAdminIn(refreshed)).isTrue();
  }

  @Test
  void refusesADisabledAccountAndTakesItBackWhenEnabled() {
    Answer login = Person.stranger().signUp();
    Rows.change("update account set state = 'DISABLED' where id = ?", accountOf(login));

    Answer refused = Signet.refresh(login.refresh());

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body())
        .isEqualTo(
            "{\"detail\":\"No active account found for the given token.\","
                + "\"code\":\"no_active_account\"}");
    Rows.change("update account set state = 'ACTIVE' where id = ?", accountOf(login));
    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(200);
  }

  @Test
  void refusesTheRepeatOfADisabledAccount() {
    Answer login = Person.stranger().signUp();
    Signet.refresh(login.refresh());
    Rows.change("update account set state = 'DISABLED' where id = ?", accountOf(login));

    assertThat(Signet.refresh(login.refresh()).text("code")).isEqualTo("no_active_account");
  }

  @Test
  void refusesADeletedAccount() {
    Answer login = Person.stranger().signUp();
    Rows.change("delete from account where id = ?", accountOf(login));

    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expires_at", "idle_expires_at"})
  void refusesASessionThatHasRunOut(String limit) {
    Answer login = Person.stranger().signUp();
    Rows.change(
        "update session set " + limit + " = current_timestamp where account_id = ?",
        accountOf(login));

    Answer refused = Signet.refresh(login.refresh());

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text("detail")).isEqualTo("Token is expired");
  }

  @Test
  void refusesAnAccessToken() {
    Answer refused = Signet.refresh(Person.stranger().signUp().access());

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body())
        .isEqualTo("{\"detail\":\"Token has wrong type\",\"code\":\"token_not_valid\"}");
  }

  @Test
  void refusesATokenWithOneCharacterChanged() {
    String token = Person.stranger().signUp().refresh();
    char last = token.charAt(token.length() - 1);
    String tampered = token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A');

    assertThat(Signet.refresh(tampered).body())
        .isEqualTo("{\"detail\":\"Token is invalid\",\"code\":\"token_not_valid\"}");
  }

  @Test
  void refusesAGenerationTheSessionNeverHad() {
    Answer login = Person.stranger().signUp();
    Answer refreshed = Signet.refresh(login.refresh());
    Rows.change("update session set generation = 0 where account_id = ?", accountOf(login));

    assertThat(Signet.refresh(refreshed.refresh()).text("detail")).isEqualTo("Token is invalid");
  }

  /** A claim that the configuration of the tests asks for. */
  private static boolean isAdminIn(Answer answer) {
    return Signet.get("/api/me", answer.access())
        .json()
        .getJsonObject("token")
        .getBoolean("is_admin");
  }

  private static UUID accountOf(Answer login) {
    return UUID.fromString(login.json().getJsonObject("user").getString("id"));
  }

  /** As if the last refresh had been a minute ago. */
  private static void letGraceGoBy(Answer login) {
    Rows.change(
        "update session set refreshed_at = refreshed_at - interval '1' minute"
            + " where account_id = ?",
        accountOf(login));
  }
}
