package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.OwnDatabase;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node that remembers for five seconds, and forgets two records a transaction. */
@WireTest
class AuditPurgeIT {

  private static AuditedNode node;
  private static OwnDatabase database;

  @BeforeAll
  static void start() {
    node =
        new AuditedNode(
            "disturbed",
            Map.of(
                "SIGNET_AUDIT_RETENTION", "PT5S",
                "SIGNET_PURGE_INTERVAL", "PT1S",
                "SIGNET_PURGE_BATCH", "2"));
    database = node.database();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void whatIsOldGoesAndTheRestVerifies() {
    long old = node.lastSeq();
    Eventually.get(AuditPurgeIT::records, left -> left == 0);
    assertThat(node.verdict().getBoolean("good")).isTrue();

    node.signUp(Person.stranger());

    assertThat(node.verdict().getBoolean("good")).isTrue();
    assertThat(node.verdict().getInt("last")).isEqualTo((int) old + 2);
  }

  @Test
  void whatWasTamperedWithStays() {
    Eventually.get(AuditPurgeIT::signUpAndTamper, changed -> changed > 0);

    node.server().awaitLog("Records of the audit do not verify");

    assertThat(records()).isNotZero();
    assertThat(node.verdict().getString("flaw")).isEqualTo("EDITED");
    database.change("update audit_event set kind = substring(kind from 2)");
    Eventually.get(AuditPurgeIT::records, left -> left == 0);
  }

  /** Neither is there a session, nor has one ended. */
  @Test
  void whatCannotBeRecordedHasNotHappened() {
    Person kim = Person.stranger();
    Answer signup = node.signUp(kim);
    database.change("alter table audit_event rename to audit_event_away");
    try {
      assertThat(node.login(kim, Signet.PASSWORD).status()).isEqualTo(500);
      assertThat(node.login(kim, "wrong").status()).isEqualTo(500);
      assertThat(logout(signup).status()).isEqualTo(500);
    } finally {
      database.change("alter table audit_event_away rename to audit_event");
    }

    assertThat(
            database.count(
                "select count(*) from session where account_id = ? and revoked_at is null",
                signup.accountId()))
        .isEqualTo(1);
    assertThat(logout(signup).status()).isEqualTo(204);
    assertThat(node.verdict().getBoolean("good")).isTrue();
  }

  private static Answer logout(Answer login) {
    return node.server().post("/api/auth/logout", Map.of("refresh", login.refresh()));
  }

  private static int records() {
    return database.count("select count(*) from audit_event");
  }

  /** Nobody can, where the clock is faster. */
  private static int signUpAndTamper() {
    node.signUp(Person.stranger());
    return database.change("update audit_event set kind = 'x' || kind");
  }
}
