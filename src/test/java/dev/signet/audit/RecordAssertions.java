package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/** What is expected of a row of the audit, by its columns. */
final class RecordAssertions {

  private RecordAssertions() {}

  static void assertRecord(
      Map<String, String> record, String kind, String outcome, Object account, String session) {
    assertThat(record)
        .containsEntry("kind", kind)
        .containsEntry("outcome", outcome)
        .containsEntry("account_id", account.toString())
        .containsEntry("session_id", session)
        .containsEntry("ip", "127.0.0.1");
  }

  static void assertSince(Map<String, String> record, Instant since) {
    String at =
        record
            .getOrDefault("happened_at", "")
            .replace(' ', 'T')
            .replaceFirst("([+-]\\d\\d)$", "$1:00");
    assertThat(OffsetDateTime.parse(at).toInstant()).isBetween(since, Instant.now().plusSeconds(1));
  }

  static void assertActor(Map<String, String> record, String account, String session) {
    assertThat(record)
        .containsEntry("actor_account_id", account)
        .containsEntry("actor_session_id", session);
  }
}
