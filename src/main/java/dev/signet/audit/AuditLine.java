package dev.signet.audit;

import dev.signet.event.ClientEvent.CodeReused;
import dev.signet.event.RefreshTokenReused;
import dev.signet.event.SecurityEvent;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/**
 * The line that the log has of an event: a JSON object, in ASCII, so that nothing in it can begin
 * another line. With the number and the hash of the record, a log that is kept elsewhere witnesses
 * the chain.
 */
final class AuditLine {

  /** By its name the lines can be sent where they are kept. */
  private static final System.Logger LOG = System.getLogger(AuditLine.class.getPackageName());

  private AuditLine() {}

  static void write(SecurityEvent event, AuditEvent record) {
    LOG.log(level(event), of(record));
  }

  /** Somebody has a copy of what was used twice. */
  static System.Logger.Level level(SecurityEvent event) {
    boolean theft = event instanceof RefreshTokenReused || event instanceof CodeReused;
    return theft ? System.Logger.Level.WARNING : System.Logger.Level.INFO;
  }

  static String of(AuditEvent record) {
    JsonObjectBuilder line =
        Json.createObjectBuilder()
            .add("event", record.kind())
            .add("outcome", record.outcome())
            .add("seq", record.seq())
            .add("at", record.happenedAt().toString());
    add(line, "account", record.accountId());
    add(line, "session", record.sessionId());
    add(line, "actor", record.actorAccountId());
    add(line, "actor_session", record.actorSessionId());
    add(line, "ip", record.ip());
    try (JsonReader details = Json.createReader(new StringReader(record.details()))) {
      line.add("details", details.readObject());
    }
    return ascii(line.add("hash", record.hash()).build().toString());
  }

  private static void add(JsonObjectBuilder line, String member, Optional<String> value) {
    value.ifPresent(text -> line.add(member, text));
  }

  /** What is beyond it can only stand in the texts, where JSON has it escaped as well. */
  private static String ascii(String json) {
    StringBuilder text = new StringBuilder(json.length());
    json.chars()
        .forEach(
            letter -> {
              if (letter >= ' ' && letter < 0x7f) {
                text.append((char) letter);
              } else {
                text.append("\\u%04x".formatted(letter));
              }
            });
    return text.toString();
  }
}
