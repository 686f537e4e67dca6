package dev.signet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/me/sessions}, and {@code DELETE} of one, of the others and of all. */
@WireTest
class MySessionsIT {

  private static final String SESSIONS = "/api/me/sessions";

  private final Person kim = Person.stranger();
  private Answer laptop;
  private Answer phone;

  @BeforeEach
  void logInTwice() {
    laptop = kim.signUp();
    phone = kim.login();
  }

  @Test
  void listsWhereTheCallerIsLoggedInAndNeverAToken() {
    Answer answer = Signet.get(SESSIONS, phone.access());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    List<JsonObject> list = answer.array().getValuesAs(JsonObject.class);
    assertThat(list)
        .extracting(one -> one.getString("id"))
        .containsExactlyInAnyOrder(sid(phone), sid(laptop));
    assertThat(list)
        .allSatisfy(
            one ->
                assertThat(one.getBoolean("current"))
                    .isEqualTo(one.getString("id").equals(sid(phone))));
    assertThat(list.get(0).keySet())
        .containsExactly(
            "id", "device", "ip", "created_at", "last_used_at", "expires_at", "current");
    assertThat(list.get(0).getString("ip")).matches("198\\.1[89](\\.\\d+){2}");
    assertThat(list.get(0).getString("device")).startsWith("Java-http-client");
    assertThat(answer.body()).doesNotContain("eyJhbGci", "eyJ0eXAi", "eyJraWQi");
  }

  @Test
  void putsTheOneUsedLastFirst() {
    Signet.refresh(laptop.refresh());

    assertThat(ids(phone)).containsExactly(sid(laptop), sid(phone));
  }

  @Test
  void leavesOutWhatHasEnded() {
    Answer tablet = kim.login();
    Rows.change(
        "update session set idle_expires_at = created_at where account_id = ? and id = ?",
        UUID.fromString(laptop.json().getJsonObject("user").getString("id")),
        sid(tablet));
    Signet.post("/api/auth/logout", Map.of("refresh", laptop.refresh()));

    assertThat(ids(phone)).containsExactly(sid(phone));
  }

  @Test
  void endsOneSessionAndItsTokensAndNoOther() {
    String id = sid(laptop);

    Answer ended = delete(SESSIONS + "/" + id, phone);

    assertThat(ended.status()).isEqualTo(204);
    assertThat(Signet.get("/api/me", laptop.access()).status()).isEqualTo(401);
    assertThat(Signet.refresh(laptop.refresh()).text("detail")).isEqualTo("Token is blacklisted");
    assertThat(ids(phone)).containsExactly(sid(phone));
    assertThat(delete(SESSIONS + "/" + id, phone).status()).isEqualTo(404);
  }

  @Test
  void endsTheSessionAtHand() {
    assertThat(delete(SESSIONS + "/" + sid(phone), phone).status()).isEqualTo(204);
    assertThat(Signet.get(SESSIONS, phone.access()).status()).isEqualTo(401);
  }

  @Test
  void knowsNothingOfAnothersSession() {
    Answer stranger = Person.stranger().signUp();

    Answer refused = delete(SESSIONS + "/" + sid(stranger), phone);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).isEqualTo("{\"detail\":\"Not found.\",\"code\":\"not_found\"}");
    assertThat(Signet.get("/api/me", stranger.access()).status()).isEqualTo(200);
    assertThat(Signet.refresh(stranger.refresh()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%00", "..%2f..", "'%20or%201=1", "%F0%9F%94%91"})
  void knowsNothingOfWhatIsNoSession(String id) {
    assertThat(delete(SESSIONS + "/" + id, phone).status()).isBetween(400, 404);
    assertThat(ids(phone)).hasSize(2);
  }

  @Test
  void endsAllOthers() {
    assertThat(delete(SESSIONS, phone).status()).isEqualTo(204);

    assertThat(ids(phone)).containsExactly(sid(phone));
    assertThat(Signet.get("/api/me", laptop.access()).status()).isEqualTo(401);
  }

  @Test
  void endsAllWithTheOneAtHand() {
    assertThat(delete(SESSIONS + "?all=true", phone).status()).isEqualTo(204);

    assertThat(Signet.get("/api/me", phone.access()).status()).isEqualTo(401);
    assertThat(Signet.get("/api/me", laptop.access()).status()).isEqualTo(401);
    assertThat(Signet.get("/api/me", kim.login().access()).status()).isEqualTo(200);
  }

  @Test
  void endsNothingWhenItDoesNotUnderstand() {
    assertThat(delete(SESSIONS + "?all=yes", phone).text("code")).isEqualTo("bad_request");
    assertThat(ids(phone)).hasSize(2);
  }

  @Test
  void endsOneOnceHoweverManyAskAtOnce() {
    String id = sid(laptop);

    List<Answer> answers = Parallel.times(16, i -> delete(SESSIONS + "/" + id, phone));

    assertThat(answers).extracting(Answer::status).containsOnly(204, 404);
    assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
  }

  @Test
  void asksNobodyForAToken() {
    assertThat(Signet.get(SESSIONS).text("code")).isEqualTo("not_authenticated");
    assertThat(Signet.send(Signet.request(SESSIONS).DELETE()).status()).isEqualTo(401);
    assertThat(Signet.send(Signet.request(SESSIONS + "/" + "x".repeat(22)).DELETE()).status())
        .isEqualTo(401);
  }

  private static Answer delete(String path, Answer login) {
    return Signet.send(
        Signet.request(path).header("Authorization", "Bearer " + login.access()).DELETE());
  }

  private static List<String> ids(Answer login) {
    return Signet.get(SESSIONS, login.access()).array().getValuesAs(JsonObject.class).stream()
        .map(one -> one.getString("id"))
        .toList();
  }

  private static String sid(Answer login) {
    return Signet.get("/api/me", login.access()).json().getJsonObject("token").getString("sid");
  }
}
