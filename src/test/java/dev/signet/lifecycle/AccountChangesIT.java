package dev.signet.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.OpenTransaction;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A second node on the database of the suite's, with a JAR that changes accounts: what it changes
 * reaches the tokens that the first has issued. Its accounts may have three sessions.
 */
@WireTest
class AccountChangesIT {

  private static final String ME = "/api/me";
  private static final String ANOTHER = "another password, long enough";
  private static final int MOST = 3;

  private static final String THEIRS =
      "select count(*) from account where state = ? and roles = ? and version = ? and id = ?";

  private static Office office;

  private final Person kim = Person.stranger();
  private Answer login;
  private UUID id;

  @BeforeAll
  static void start() {
    office = new Office(MOST);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void signUp() {
    login = kim.signUp();
    id = login.accountId();
  }

  @Test
  void whoIsDisabledIsOutEverywhereAndComesBackByALogin() {
    put("active", Map.of("active", "false"));

    awaitRefusal(login.access());
    Refusals.assertRefused(Signet.get(ME, login.access()), "User is inactive", "user_inactive");
    Refusals.assertRefused(verify(login.access()), "User is inactive", "user_inactive");
    assertThat(verify(login.refresh()).status()).isEqualTo(401);
    assertThat(Signet.refresh(login.refresh()).text("code")).isEqualTo("no_active_account");
    assertThat(Signet.login(kim.username(), Signet.PASSWORD).status()).isEqualTo(401);

    put("active", Map.of("active", "true"));

    Answer back = kim.login();
    assertThat(Signet.get(ME, back.access()).status()).isEqualTo(200);
    assertThat(office.node().get(ME, back.access()).status()).isEqualTo(200);
    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(401);
    awaitRefusal(login.access());
  }

  /** The grace is for answers that were lost, not for who was locked out. */
  @Test
  void whoIsDisabledGetsNoAnswerAgain() {
    Answer next = Signet.refresh(login.refresh());
    put("active", Map.of("active", "false"));

    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(401);
    assertThat(Signet.refresh(next.refresh()).status()).isEqualTo(401);
  }

  @Test
  void whoIsDeletedIsUnknown() {
    assertThat(office.delete(id, "").status()).isEqualTo(204);

    awaitRefusal(login.access());
    Refusals.assertRefused(Signet.get(ME, login.access()), "User not found", "user_not_found");
    Refusals.assertRefused(verify(login.access()), "User not found", "user_not_found");
    assertThat(Signet.refresh(login.refresh()).text("code")).isEqualTo("no_active_account");
    assertThat(Signet.login(kim.username(), Signet.PASSWORD).status()).isEqualTo(401);
    assertThat(Rows.sessionsOf(id.toString())).isZero();
    assertThat(put("active", Map.of("active", "true")).status()).isEqualTo(404);
  }

  /** His session goes on, with a token that says less. */
  @Test
  void whoIsDemotedKeepsHisSessionAndLosesHisRole() {
    put("roles", Map.of("roles", "admin user"));
    Answer asAdmin = Signet.refresh(login.refresh());
    assertThat(Signet.get("/api/admin/ping", asAdmin.access()).status()).isEqualTo(200);
    assertThat(Signet.get(ME, login.access()).status()).isEqualTo(200);

    put("roles", Map.of("roles", "user"));

    awaitRefusal(asAdmin.access());
    Refusals.assertNotValidAsBearer(
        Signet.get(ME, asAdmin.access()), "Token is invalid or expired");
    assertThat(verify(asAdmin.access()).text("code")).isEqualTo("token_not_valid");
    assertThat(verify(asAdmin.refresh()).status()).isEqualTo(200);
    Answer asUser = Signet.refresh(asAdmin.refresh());
    assertThat(Signet.get(ME, asUser.access()).status()).isEqualTo(200);
    assertThat(Signet.get("/api/admin/ping", asUser.access()).status()).isEqualTo(403);
  }

  /** What a transaction read of an account before must not undo what another has changed since. */
  @Test
  void aChangeUndoesNoneThatCameBetween() {
    Rows.change("update account set roles = 'admin user' where id = ?", id);
    List<Answer> answers;
    try (OpenTransaction disabling =
        Rows.begin("update account set state = 'DISABLED', version = 7 where id = ?", id)) {
      answers =
          Parallel.times(
              2,
              i -> {
                if (i == 0) {
                  return office.delete(id, "/roles");
                }
                Eventually.get(disabling::waiting, waiting -> waiting > 0);
                disabling.commit();
                return login;
              });
    }

    assertThat(answers.get(0).status()).isEqualTo(204);
    assertThat(Rows.count(THEIRS, "DISABLED", "user", 8, id)).isEqualTo(1);
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    Answer elsewhere = kim.login();

    put("password", Map.of("password", ANOTHER, "kept_session", sid(login)));

    awaitRefusal(elsewhere.access());
    String why = "The user's password has been changed.";
    Refusals.assertRefused(Signet.get(ME, elsewhere.access()), why, "password_changed");
    Refusals.assertRefused(Signet.refresh(elsewhere.refresh()), why, "password_changed");
    Refusals.assertRefused(verify(elsewhere.access()), why, "password_changed");
    assertThat(Signet.get(ME, login.access()).status()).isEqualTo(200);
    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(200);
    assertThat(Signet.login(kim.username(), Signet.PASSWORD).status()).isEqualTo(401);
    assertThat(Signet.login(kim.username(), ANOTHER).status()).isEqualTo(200);
  }

  @Test
  void aPasswordThatWasForgottenEndsAllSessions() {
    Answer elsewhere = kim.login();

    put("password", Map.of("password", ANOTHER));

    awaitRefusal(login.access());
    for (Answer ended : List.of(login, elsewhere)) {
      assertThat(Signet.get(ME, ended.access()).text("code")).isEqualTo("password_changed");
      assertThat(Signet.refresh(ended.refresh()).text("code")).isEqualTo("password_changed");
    }
    Answer back = Signet.login(kim.username(), ANOTHER);
    assertThat(Signet.get(ME, back.access()).status()).isEqualTo(200);
  }

  /** Whoever was let in by the old password is out, however the two interleave. */
  @Test
  void noLoginByTheOldPasswordOutlivesTheChange() {
    String old = Signet.PASSWORD;
    for (String changed : List.of(ANOTHER, ANOTHER + "?", ANOTHER + "!")) {
      String password = old;
      // No more at once than are free, in each round anew.
      Rows.change("delete from throttle");
      List<Answer> answers =
          Parallel.times(
              11,
              i ->
                  i == 5
                      ? put("password", Map.of("password", changed))
                      : Signet.login(kim.username(), password));

      assertThat(answers.get(5).status()).isEqualTo(204);
      assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 401, 503);
      assertThat(alive()).isZero();
      old = changed;
    }
  }

  /** what is revoked stays so, whichever of the two comes first. */
  @Test
  void noRefreshOutlivesTheEndOfItsSession() {
    for (int round = 0; round < 5; round++) {
      List<Answer> logins = List.of(kim.login(), kim.login(), kim.login());
      List<Answer> answers =
          Parallel.times(
              7,
              i ->
                  i == 3
                      ? put("active", Map.of("active", "false"))
                      : Signet.refresh(logins.get(i % 3).refresh()));

      assertThat(answers.get(3).status()).isEqualTo(204);
      assertThat(alive()).isZero();
      for (Answer answer : answers) {
        if (answer.status() == 200) {
          awaitRefusal(answer.access());
          assertThat(Signet.refresh(answer.refresh()).status()).isEqualTo(401);
        }
      }
      put("active", Map.of("active", "true"));
    }
  }

  @Test
  void oneSessionMoreEndsTheOneLongestUnused() {
    Answer second = kim.login();
    Answer used = Signet.refresh(login.refresh());
    Answer third = logInAtTheNode();

    Answer fourth = logInAtTheNode();

    awaitRefusal(second.access());
    Refusals.assertNotValid(Signet.refresh(second.refresh()), "Token is blacklisted");
    for (Answer alive : List.of(used, third, fourth)) {
      assertThat(Signet.get(ME, alive.access()).status()).isEqualTo(200);
      assertThat(
              office.node().post("/api/auth/refresh", Map.of("refresh", alive.refresh())).status())
          .isEqualTo(200);
    }
  }

  @Test
  void manyLoginsAtOnceLeaveAsManySessionsAsThereMayBe() {
    List<Answer> answers = Parallel.times(8, i -> logInAtTheNode());

    Set<Integer> statuses = answers.stream().map(Answer::status).collect(Collectors.toSet());
    assertThat(statuses).isSubsetOf(200, 503).contains(200);
    assertThat(alive()).isEqualTo(MOST);
  }

  @Test
  void whoIsNoAdministratorChangesNothing() {
    assertThat(office.putAs(login.access(), id, "active", Map.of("active", "false")).status())
        .isEqualTo(403);
    assertThat(office.putAs("", id, "active", Map.of("active", "false")).status()).isEqualTo(401);
    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(200);
  }

  private Answer logInAtTheNode() {
    return office
        .node()
        .post("/api/auth/login", Map.of("username", kim.username(), "password", Signet.PASSWORD));
  }

  private int alive() {
    return Rows.count(
        "select count(*) from session where account_id = ? and revoked_at is null", id);
  }

  private Answer put(String what, Map<String, String> members) {
    return office.put(id, what, members);
  }

  private static Answer verify(String token) {
    return Signet.post("/api/token/verify/", Map.of("token", token));
  }

  private static String sid(Answer login) {
    return Signet.get(ME, login.access()).json().getJsonObject("token").getString("sid");
  }

  private static void awaitRefusal(String token) {
    Eventually.get(() -> Signet.get(ME, token).status(), status -> status == 401);
  }
}
