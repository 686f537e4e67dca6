package dev.signet.audit;

import dev.signet.event.SecurityEvent;
import dev.signet.origin.Origin;
import dev.signet.origin.Trace;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit. What somebody has written into it may be anything, so it is read as it is.
 */
@Entity
@Table(name = "audit_event")
@NamedQuery(
    name = "AuditEvent.after",
    query = "select e from AuditEvent e where e.seq > :seq order by e.seq")
class AuditEvent {

  @Id private Long seq;

  @Column(name = "happened_at")
  private Instant happenedAt;

  private String kind;

  private String outcome;

  @Column(name = "account_id")
  private @Nullable String accountId;

  @Column(name = "session_id")
  private @Nullable String sessionId;

  @Column(name = "actor_account_id")
  private @Nullable String actorAccountId;

  @Column(name = "actor_session_id")
  private @Nullable String actorSessionId;

  private @Nullable String ip;

  @Column(name = "user_agent")
  private @Nullable String userAgent;

  private String details;

  private String hash;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected AuditEvent() {}

  /** A row that is not in the chain yet. */
  @SuppressWarnings("NullAway.Init")
  AuditEvent(SecurityEvent event, Trace trace, Instant now) {
    Optional<Origin> origin = event.from().or(trace::origin);
    this.happenedAt = now;
    this.kind = event.kind();
    this.outcome = event.outcome().name();
    this.accountId = event.account().map(UUID::toString).orElse(null);
    this.sessionId = event.session().orElse(null);
    this.actorAccountId = trace.accountId().map(UUID::toString).orElse(null);
    this.actorSessionId = trace.sessionId().orElse(null);
    this.ip = origin.map(Origin::ip).orElse(null);
    this.userAgent = origin.map(Origin::userAgent).map(AuditEvent::storable).orElse(null);
    JsonObjectBuilder json = Json.createObjectBuilder();
    new TreeMap<>(event.details()).forEach(json::add);
    this.details = storable(json.build().toString());
  }

  /** What a database gives back as it was: half a character is none. */
  private static String storable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Takes its place in the chain. */
  AuditEvent linked(long place, String link) {
    seq = place;
    hash = link;
    return this;
  }

  /** All that its hash is of but its place, column by column. */
  List<@Nullable String> content() {
    return Arrays.asList(
        Long.toString(happenedAt.toEpochMilli()),
        kind,
        outcome,
        accountId,
        sessionId,
        actorAccountId,
        actorSessionId,
        ip,
        userAgent,
        details);
  }

  long seq() {
    return seq;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  String kind() {
    return kind;
  }

  String outcome() {
    return outcome;
  }

  Optional<String> accountId() {
    return Optional.ofNullable(accountId);
  }

  Optional<String> sessionId() {
    return Optional.ofNullable(sessionId);
  }

  Optional<String> actorAccountId() {
    return Optional.ofNullable(actorAccountId);
  }

  Optional<String> actorSessionId() {
    return Optional.ofNullable(actorSessionId);
  }

  Optional<String> ip() {
    return Optional.ofNullable(ip);
  }

  String details() {
    return details;
  }

  String hash() {
    return hash;
  }
}
