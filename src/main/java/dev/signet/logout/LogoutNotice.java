package dev.signet.logout;

import dev.signet.logout.LogoutSettings.Retries;
import dev.signet.platform.Secrets;
import dev.signet.session.LiveSession;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A client that has yet to hear that a login has ended. Who takes it has it for a while; if he does
 * not say in time what has come of it, it is due again.
 */
@Entity
@Table(name = "logout_notice")
class LogoutNotice {

  @Id private String id;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "session_id")
  private String sessionId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "due_at")
  private Instant dueAt;

  private int attempts;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected LogoutNotice() {}

  /** One that is due at once. */
  LogoutNotice(LiveSession.Ended ended, String clientId, Instant now) {
    this.id = Secrets.identifier();
    this.clientId = clientId;
    this.accountId = ended.accountId();
    this.sessionId = ended.sessionId();
    this.createdAt = now;
    this.dueAt = now;
  }

  /** The same in each attempt, so that a client knows what it has heard before: the {@code jti}. */
  String id() {
    return id;
  }

  String clientId() {
    return clientId;
  }

  /** Who has logged out. */
  UUID accountId() {
    return accountId;
  }

  /** Of the browser. */
  String sessionId() {
    return sessionId;
  }

  /** When it is tried next. */
  Instant dueAt() {
    return dueAt;
  }

  /** Takes it for an attempt, which has ended before {@code until}. */
  void take(Instant until) {
    attempts++;
    dueAt = until;
  }

  /** Whether it is in the attempt that the other was taken for, and not taken again since. */
  boolean isInTheAttemptOf(LogoutNotice taken) {
    return attempts == taken.attempts;
  }

  /**
   * The attempt has failed: it is due again after a pause, twice as long after each. Returns
   * whether there is time for that.
   */
  boolean fail(Instant now, Retries retries) {
    Duration pause = retries.first();
    for (int i = 1; i < attempts && pause.compareTo(retries.longest()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    dueAt = now.plus(pause.compareTo(retries.longest()) < 0 ? pause : retries.longest());
    return !dueAt.isAfter(createdAt.plus(retries.giveUpAfter()));
  }
}
