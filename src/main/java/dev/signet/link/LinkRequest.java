package dev.signet.link;

import dev.signet.platform.Secrets;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** What somebody has asked to be mailed. Who takes it has it for a while; then it is due again. */
@Entity
@Table(name = "link_request")
class LinkRequest {

  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  @Id private String id;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  private String identifier;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "due_at")
  private Instant dueAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected LinkRequest() {}

  LinkRequest(Purpose purpose, String identifier, Instant now) {
    this.id = Secrets.identifier();
    this.purpose = purpose;
    this.identifier = identifier;
    this.createdAt = now;
    this.dueAt = now;
  }

  String id() {
    return id;
  }

  Purpose purpose() {
    return purpose;
  }

  String identifier() {
    return identifier;
  }

  /** Leaves it to who takes it, for as long as an answer may take. */
  void take(Instant now) {
    dueAt = now.plus(LONGEST_ANSWER);
  }

  /** Whether nobody waits for an answer any more. */
  boolean isForgotten(Instant now) {
    return now.isAfter(createdAt.plus(FORGOTTEN));
  }
}
