package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.event.AccountEvent.RolesChanged;
import dev.signet.event.ClientEvent.CodeReused;
import dev.signet.event.KeyRotated;
import dev.signet.event.RefreshTokenReused;
import dev.signet.event.SecurityEvent;
import dev.signet.origin.Origin;
import dev.signet.origin.Trace;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditLineTest {

  @Test
  void saysWhoWhatWhenFromWhereAndHow() {
    assertThat(line(TestRecords.event("a browser"), Trace.OF_NOBODY))
        .isEqualTo(
            "{\"event\":\"login_failed\",\"outcome\":\"FAILURE\",\"seq\":7,"
                + "\"at\":\"2026-05-01T12:00:00.123Z\","
                + "\"account\":\"6f1c0a52-4a51-4b52-8d3e-0d7f2f9f3c11\","
                + "\"ip\":\"192.0.2.1\",\"details\":{\"because\":\"wrong_password\"},"
                + "\"hash\":\"abc\"}");
  }

  @Test
  void leavesOutWhatNobodyKnows() {
    assertThat(line(new KeyRotated("k1"), Trace.OF_NOBODY))
        .isEqualTo(
            "{\"event\":\"key_rotated\",\"outcome\":\"SUCCESS\",\"seq\":7,"
                + "\"at\":\"2026-05-01T12:00:00.123Z\",\"details\":{\"kid\":\"k1\"},"
                + "\"hash\":\"abc\"}");
  }

  /** Whatever was sent as an address or a role: no line begins in a line, on any terminal. */
  @Test
  void isOneLineOfAscii() {
    String hostile = "1\r\n{\"event\":\"x\"}\u0085\u2028\u001b[31m\u007f\"\\\ud83d\ude00";
    Trace trace =
        new Trace(
            Optional.of(new Origin(hostile, hostile)),
            Optional.of(TestRecords.ACCOUNT),
            Optional.of("s"));

    String line = line(new RolesChanged(TestRecords.ACCOUNT, Set.of(), Set.of(hostile)), trace);

    assertThat(line)
        .matches("\\{[ -~]*}")
        .contains(
            "\"ip\":\"1\\r\\n{\\\"event\\\":\\\"x\\\"}\\u0085\\u2028\\u001b[31m\\u007f\\\"\\\\"
                + "\\ud83d\\ude00\"")
        .contains("\"actor_session\":\"s\"");
  }

  @Test
  void warnsOfWhatSomebodyHasACopyOf() {
    UUID account = TestRecords.ACCOUNT;

    assertThat(AuditLine.level(new RefreshTokenReused("s", account))).isEqualTo(Level.WARNING);
    assertThat(AuditLine.level(new CodeReused(account, "shop", "s"))).isEqualTo(Level.WARNING);
    assertThat(AuditLine.level(new KeyRotated("k1"))).isEqualTo(Level.INFO);
  }

  private static String line(SecurityEvent event, Trace trace) {
    return AuditLine.of(new AuditEvent(event, trace, TestRecords.NOW).linked(7, "abc"));
  }
}
