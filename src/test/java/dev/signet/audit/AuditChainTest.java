package dev.signet.audit;

import static dev.signet.audit.TestRecords.CHAIN;
import static dev.signet.audit.TestRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.event.AccountEvent.RolesChanged;
import dev.signet.event.SessionEnded;
import dev.signet.origin.Origin;
import dev.signet.origin.Trace;
import dev.signet.revocation.EndReason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditChainTest {

  /** Made by Python: records of today must verify after every upgrade. */
  @Test
  void hashesAsItAlwaysDid() {
    assertThat(CHAIN.hash("", 1, record("a browser")))
        .isEqualTo("9dc93eb250a9476c5ba6edec5be4e0ee4e97d41af5c644bed2ee73def8b31034");
    assertThat(CHAIN.mac(new AuditHead(7, "ab", 3, "cd", "")))
        .isEqualTo("9aa424e996266c52c9964e0c3764d31b78712bb8fc4901bf5b84c22bb7ab7977");
  }

  @Test
  void hashesThePlaceAndTheRecordBefore() {
    assertThat(CHAIN.hash("", 2, record("x"))).isNotEqualTo(CHAIN.hash("", 1, record("x")));
    assertThat(CHAIN.hash("a", 1, record("x"))).isNotEqualTo(CHAIN.hash("", 1, record("x")));
  }

  @Test
  void hashesUnderItsKey() {
    AuditChain other = new AuditChain("l".repeat(32).getBytes(StandardCharsets.UTF_8));

    assertThat(other.hash("", 1, record("x"))).isNotEqualTo(CHAIN.hash("", 1, record("x")));
  }

  /** A letter that goes from one column to the next is noticed. */
  @Test
  void isUnambiguous() {
    assertThat(CHAIN.hash("", 1, from("192.0.2.1", "1x")))
        .isNotEqualTo(CHAIN.hash("", 1, from("192.0.2.11", "x")));
    assertThat(CHAIN.hash("1", 1, record("x"))).isNotEqualTo(CHAIN.hash("", 11, record("x")));
  }

  /** What is not there is not what is empty. */
  @Test
  void tellsNullFromNothing() {
    assertThat(CHAIN.hash("", 1, ended("", Optional.empty())))
        .isNotEqualTo(CHAIN.hash("", 1, ended("", Optional.of(""))));
  }

  /** PostgreSQL would give it back as another text, or refuse it. */
  @Test
  void hashesHalfACharacterAsItIsStored() {
    assertThat(from("192.0.2.1", "agent \ud83d").content()).contains("agent ?");
    assertThat(
            new AuditEvent(
                    new RolesChanged(TestRecords.ACCOUNT, Set.of(), Set.of("\ud83d")),
                    Trace.OF_NOBODY,
                    TestRecords.NOW)
                .details())
        .isEqualTo("{\"before\":\"\",\"roles\":\"?\"}");
  }

  private static AuditEvent from(String ip, String agent) {
    Trace trace = new Trace(Optional.of(new Origin(ip, agent)), Optional.empty(), Optional.empty());
    return new AuditEvent(
        new SessionEnded("s", TestRecords.ACCOUNT, EndReason.LOGOUT), trace, TestRecords.NOW);
  }

  private static AuditEvent ended(String session, Optional<String> actor) {
    Trace trace = new Trace(Optional.empty(), Optional.empty(), actor);
    return new AuditEvent(
        new SessionEnded(session, TestRecords.ACCOUNT, EndReason.LOGOUT), trace, TestRecords.NOW);
  }
}
