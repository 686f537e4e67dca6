package dev.signet.mail;

import dev.signet.mail.MailSettings.Retries;
import dev.signet.platform.Secrets;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits to be sent. Who takes it has it for a while; if he does not say in time what
 * has come of it, it is due again.
 */
@Entity
@Table(name = "outbox")
class Mail {

  @Id private String id;

  /** The sealed letter; gone with the hope to send it. */
  private @Nullable String content;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  private int attempts;

  @Column(name = "failed_at")
  private @Nullable Instant failedAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Mail() {}

  /** A mail that is due at once; it has no content yet. */
  Mail(Instant now) {
    this.id = Secrets.identifier();
    this.createdAt = now;
    this.dueAt = now;
  }

  /** Gives it its content, which is bound to its id. */
  Mail holding(String sealed) {
    content = sealed;
    return this;
  }

  /** 128 random bits in base64url, and the same in each attempt: its Message-ID is made of it. */
  String id() {
    return id;
  }

  Optional<String> content() {
    return Optional.ofNullable(content);
  }

  Instant createdAt() {
    return createdAt;
  }

  /** When it is tried next; empty where it was given up. */
  Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  /** When it was given up. */
  Optional<Instant> failedAt() {
    return Optional.ofNullable(failedAt);
  }

  /** Takes it for an attempt, which has ended before {@code until}. */
  void take(Instant until) {
    attempts++;
    dueAt = until;
  }

  /** Whether it is in the attempt that the other was taken for, and not taken again since. */
  boolean isInTheAttemptOf(Mail taken) {
    return attempts == taken.attempts;
  }

  /** The attempt has failed: it is due again after a pause, or given up when that is too late. */
  void fail(Instant now, Retries retries) {
    Instant next = now.plus(pause(retries));
    if (next.isAfter(createdAt.plus(retries.giveUpAfter()))) {
      content = null;
      dueAt = null;
      failedAt = now;
    } else {
      dueAt = next;
    }
  }

  /** Twice as long after each attempt. */
  private Duration pause(Retries retries) {
    Duration pause = retries.first();
    for (int i = 1; i < attempts && pause.compareTo(retries.longest()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(retries.longest()) < 0 ? pause : retries.longest();
  }
}
