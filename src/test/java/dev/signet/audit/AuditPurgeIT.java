package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.WireTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node that remembers for five seconds, and forgets two records a transaction. */
@WireTest
class AuditPurgeIT {

  @Test
  void whatIsOldGoesAndTheRestVerifies() {
    Map<String, String> settings =
        Map.of(
            "SIGNET_AUDIT_RETENTION", "PT5S",
            "SIGNET_PURGE_INTERVAL", "PT1S",
            "SIGNET_PURGE_BATCH", "2");
    try (AuditedNode node = new AuditedNode("purge", settings)) {
      long old = node.lastSeq();
      Eventually.get(() -> count(node), left -> left == 0);
      assertThat(node.verdict().getBoolean("good")).isTrue();

      node.signUp(Person.stranger());

      assertThat(node.verdict().getBoolean("good")).isTrue();
      assertThat(node.verdict().getInt("last")).isEqualTo((int) old + 2);
      tamper(node);
      node.server().awaitLog("Records of the audit do not verify");
      assertThat(node.verdict().getString("flaw")).isEqualTo("EDITED");
    }
  }

  private static int count(AuditedNode node) {
    return node.database().count("select count(*) from audit_event");
  }

  /** Anew until a record was not gone yet: what was tampered with stays. */
  private static void tamper(AuditedNode node) {
    Eventually.get(
        () -> {
          node.signUp(Person.stranger());
          return node.database().change("update audit_event set outcome = 'FAILURE'");
        },
        changed -> changed > 0);
  }
}
