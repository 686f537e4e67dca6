package dev.signet.audit;

import static dev.signet.audit.RecordAssertions.assertActor;
import static dev.signet.audit.RecordAssertions.assertRecord;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Eventually;
import dev.signet.wire.MailFolder;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each act over HTTP leaves one record: who, what, when, in which session, from where, and how. */
@WireTest
class AuditedActsIT {

  private static final String AGENT = "agent-of-the-audit/1.0";
  private static final int MOST_SESSIONS = 4;

  private static AuditedNode node;

  /** What no record may hold. */
  private static final List<String> SECRETS =
      new ArrayList<>(List.of(Signet.PASSWORD, "wrong-and-secret"));

  private final Person kim = Person.stranger();
  private Answer signup;
  private UUID id;
  private long before;
  private Instant since;

  @BeforeAll
  static void start() {
    node =
        new AuditedNode(
            "acts",
            Map.of(
                "SIGNET_SESSION_MAX_PER_ACCOUNT",
                Integer.toString(MOST_SESSIONS),
                "SIGNET_PROXY_TRUSTED",
                "",
                "SIGNET_KEY_POLL_INTERVAL",
                "PT0.5S"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void signUp() {
    before = node.lastSeq();
    since = Instant.now().minusMillis(1);
    signup = node.signUp(kim);
    id = signup.accountId();
    remember(signup);
    assertRecord(records(2).get(0), "signed_up", "SUCCESS", id, "");
    assertRecord(records(2).get(1), "login_succeeded", "SUCCESS", id, AuditedNode.sid(signup));
    before = node.lastSeq();
  }

  /** Nothing secret, and nobody's name. */
  @AfterEach
  void noRecordSaysTooMuch() {
    String all = node.records().toString();

    assertThat(SECRETS).hasSizeGreaterThan(2).noneMatch(all::contains);
    assertThat(all).doesNotContain(kim.username()).doesNotContain("@").doesNotContain("eyJ");
  }

  @Test
  void aLoginOfEitherApi() {
    for (String path : List.of("/api/auth/login", "/api/token/", "/api/token/sliding/")) {
      Answer login = post(path, Map.of("username", kim.username(), "password", Signet.PASSWORD));
      assertThat(login.status()).isEqualTo(200);
      String token = path.endsWith("sliding/") ? login.text("token") : login.access();
      SECRETS.add(token);
      String sid = Claims.of(token).getString("sid");

      Map<String, String> record = records(1).get(0);
      assertRecord(record, "login_succeeded", "SUCCESS", id, sid);
      assertThat(record).containsEntry("user_agent", AGENT).containsEntry("actor_account_id", "");
      before = node.lastSeq();
    }
  }

  @Test
  void aLoginThatIsRefusedWithTheReason() {
    post("/api/auth/login", Map.of("username", kim.username(), "password", "wrong-and-secret"));
    post("/api/token/", Map.of("username", "nobody-" + id, "password", "wrong-and-secret"));
    node.put(id, "active", Map.of("active", "false"));
    post("/api/auth/login", Map.of("username", kim.username(), "password", Signet.PASSWORD));

    List<Map<String, String>> records = records(4);
    assertRecord(records.get(0), "login_failed", "FAILURE", id, "");
    assertThat(records.get(0)).containsEntry("details", "{\"because\":\"wrong_password\"}");
    assertRecord(records.get(1), "login_failed", "FAILURE", "", "");
    assertThat(records.get(1)).containsEntry("details", "{\"because\":\"unknown_name\"}");
    assertRecord(records.get(3), "login_failed", "FAILURE", id, "");
    assertThat(records.get(3)).containsEntry("details", "{\"because\":\"inactive\"}");
  }

  @Test
  void aRefreshIsNoneAndAReusedTokenIsOne() {
    Answer next = node.server().post("/api/auth/refresh", Map.of("refresh", signup.refresh()));
    remember(next);
    remember(node.server().post("/api/auth/refresh", Map.of("refresh", next.refresh())));
    assertThat(node.lastSeq()).isEqualTo(before);

    post("/api/auth/refresh", Map.of("refresh", signup.refresh()));

    assertRecord(records(1).get(0), "refresh_token_reused", "FAILURE", id, AuditedNode.sid(signup));
  }

  @Test
  void aLogoutByEitherTokenAndNoneTheSecondTime() {
    String sid = AuditedNode.sid(signup);
    Answer second = node.login(kim);
    Answer third = node.login(kim);
    remember(second);
    remember(third);
    before = node.lastSeq();

    post("/api/auth/logout", Map.of("refresh", signup.refresh()));
    post("/api/auth/logout", Map.of("refresh", signup.refresh()));
    node.send("/api/auth/logout", second, "POST");
    post("/api/token/blacklist/", Map.of("refresh", third.refresh()));

    List<Map<String, String>> records = records(3);
    assertRecord(records.get(0), "logout", "SUCCESS", id, sid);
    assertThat(records.get(0)).containsEntry("actor_account_id", "");
    assertRecord(records.get(1), "logout", "SUCCESS", id, AuditedNode.sid(second));
    assertActor(records.get(1), id.toString(), AuditedNode.sid(second));
    assertRecord(records.get(2), "logout", "SUCCESS", id, AuditedNode.sid(third));
  }

  @Test
  void theEndOfOneOfOnesSessionsOfTheOthersAndOfAll() {
    Answer second = node.login(kim);
    node.login(kim);
    before = node.lastSeq();

    node.send("/api/me/sessions/" + AuditedNode.sid(second), signup, "DELETE");
    node.send("/api/me/sessions", signup, "DELETE");
    node.send("/api/me/sessions?all=true", signup, "DELETE");

    List<Map<String, String>> records = records(3);
    assertRecord(records.get(0), "logout", "SUCCESS", id, AuditedNode.sid(second));
    assertRecord(records.get(1), "other_sessions_ended", "SUCCESS", id, AuditedNode.sid(signup));
    assertRecord(records.get(2), "all_sessions_ended", "SUCCESS", id, "");
    for (Map<String, String> record : records) {
      assertActor(record, id.toString(), AuditedNode.sid(signup));
    }
    assertThat(records.get(1)).containsEntry("details", "{\"because\":\"logout\",\"count\":\"1\"}");
  }

  @Test
  void theEndOfTheSessionThatIsOneTooMany() {
    for (int i = 1; i < MOST_SESSIONS; i++) {
      node.login(kim);
    }
    before = node.lastSeq();

    node.login(kim);

    assertRecord(records(2).get(0), "session_revoked", "SUCCESS", id, AuditedNode.sid(signup));
    assertThat(records(2).get(0)).containsEntry("details", "{\"because\":\"session_limit\"}");
    assertThat(records(2).get(1)).containsEntry("kind", "login_succeeded");
  }

  @Test
  void eachActOfAnAdministrator() {
    String other = "another-find-me-in-a-log password";
    SECRETS.add(other);
    node.put(id, "roles", Map.of("roles", "admin user"));
    node.put(id, "password", Map.of("password", other, "kept_session", AuditedNode.sid(signup)));
    node.put(id, "password", Map.of("password", other + "!"));
    node.put(id, "active", Map.of("active", "false"));
    node.put(id, "active", Map.of("active", "true"));
    node.delete(id);

    List<Map<String, String>> records = records(6);
    assertThat(records)
        .extracting(record -> record.getOrDefault("kind", ""))
        .containsExactly(
            "roles_changed",
            "password_changed",
            "password_reset",
            "account_disabled",
            "account_enabled",
            "account_deleted");
    for (Map<String, String> record : records) {
      String session =
          record.getOrDefault("kind", "").equals("password_changed") ? AuditedNode.sid(signup) : "";
      assertRecord(record, record.getOrDefault("kind", ""), "SUCCESS", id, session);
      assertActor(record, node.actor().account(), node.actor().session());
    }
    assertThat(records.get(0))
        .containsEntry("details", "{\"before\":\"user\",\"roles\":\"admin user\"}");
  }

  /** By the clock: nobody asked for it. */
  @Test
  void whatItsOwnerDoesByHisPasswordAndByMails() {
    String sid = AuditedNode.sid(signup);
    String other = Person.stranger().email();
    String chosen = "another-find-me-in-a-log password";
    String proof = MailFolder.awaitToken(kim.email());
    SECRETS.addAll(List.of(chosen, proof));

    post("/api/auth/email/verify", Map.of("token", proof));
    node.ask(
        "password/change", signup, Map.of("current_password", "wrong", "new_password", chosen));
    node.ask("email/change", signup, Map.of("email", other, "password", Signet.PASSWORD));
    post("/api/auth/email/verify", Map.of("token", MailFolder.awaitToken(other)));
    node.ask(
        "password/change",
        signup,
        Map.of("current_password", Signet.PASSWORD, "new_password", chosen));
    post("/api/auth/password/forgot", Map.of("email", other));
    String reset =
        MailFolder.await(other, 4).stream()
            .filter(mail -> mail.hasLink() && mail.page().endsWith("/reset-password"))
            .findFirst()
            .orElseThrow()
            .token();
    SECRETS.add(reset);
    post("/api/auth/password/reset", Map.of("token", reset, "password", chosen + "!"));

    List<Map<String, String>> records = records(5);
    assertRecord(records.get(0), "email_verified", "SUCCESS", id, "");
    assertRecord(records.get(1), "reauthentication_failed", "FAILURE", id, "");
    assertActor(records.get(1), id.toString(), sid);
    assertRecord(records.get(2), "email_changed", "SUCCESS", id, "");
    assertRecord(records.get(3), "password_changed", "SUCCESS", id, sid);
    assertActor(records.get(3), id.toString(), sid);
    assertRecord(records.get(4), "password_reset", "SUCCESS", id, "");
  }

  @Test
  void theRotationOfTheKeys() {
    node.database()
        .change(
            "update signing_key set since = ? where state = 'ACTIVE'",
            Instant.now().minusSeconds(200L * 24 * 60 * 60).atOffset(ZoneOffset.UTC));

    Map<String, String> record = records(1).get(0);

    assertThat(record)
        .containsEntry("kind", "key_rotated")
        .containsEntry("account_id", "")
        .containsEntry("ip", "")
        .containsEntry("actor_account_id", "");
    String signer =
        Eventually.get(
                () -> node.database().rows("select kid from signing_key where state = 'ACTIVE'"),
                rows ->
                    record
                        .getOrDefault("details", "")
                        .contains(rows.get(0).getOrDefault("kid", "")))
            .get(0)
            .getOrDefault("kid", "");
    assertThat(record).containsEntry("details", "{\"kid\":\"" + signer + "\"}");
  }

  private List<Map<String, String>> records(int expected) {
    List<Map<String, String>> records = node.recordsAfter(before, expected);
    records.forEach(record -> RecordAssertions.assertSince(record, since));
    return records;
  }

  private static void remember(Answer login) {
    SECRETS.add(login.access());
    SECRETS.add(login.refresh());
  }

  private static Answer post(String path, Map<String, String> members) {
    return node.post(path, AGENT, members);
  }
}
