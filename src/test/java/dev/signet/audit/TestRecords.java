package dev.signet.audit;

import dev.signet.event.LoginFailed;
import dev.signet.event.LoginFailed.Because;
import dev.signet.event.SecurityEvent;
import dev.signet.origin.Origin;
import dev.signet.origin.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records as a node writes them. */
final class TestRecords {

  static final AuditChain CHAIN = new AuditChain("k".repeat(32).getBytes(StandardCharsets.UTF_8));
  static final Instant NOW = Instant.parse("2026-05-01T12:00:00.123Z");
  static final UUID ACCOUNT = UUID.fromString("6f1c0a52-4a51-4b52-8d3e-0d7f2f9f3c11");

  private TestRecords() {}

  static SecurityEvent event(String agent) {
    return LoginFailed.of(
        "Jane", Optional.of(ACCOUNT), Because.WRONG_PASSWORD, new Origin("192.0.2.1", agent));
  }

  static AuditEvent record(String agent) {
    return new AuditEvent(event(agent), Trace.OF_NOBODY, NOW);
  }

  /** A chain of so many, from its beginning. */
  static List<AuditEvent> linked(AuditChain chain, int length) {
    List<AuditEvent> records = new ArrayList<>();
    String hash = "";
    for (long seq = 1; seq <= length; seq++) {
      AuditEvent record = record("agent " + seq);
      hash = chain.hash(hash, seq, record);
      records.add(record.linked(seq, hash));
    }
    return records;
  }
}
