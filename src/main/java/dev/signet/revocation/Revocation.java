package dev.signet.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every node must know at once: of the access tokens that an account was given up to an
 * instant, those of one session are no longer good, or all where none is named.
 */
@Entity
@Table(name = "revocation")
class Revocation {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revocation_seq")
  @SequenceGenerator(name = "revocation_seq", sequenceName = "revocation_seq", allocationSize = 1)
  private Long seq;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "session_id")
  private @Nullable String sessionId;

  @Column(name = "not_before")
  private Instant notBefore;

  @Enumerated(EnumType.STRING)
  private EndReason because;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Revocation() {}

  @SuppressWarnings("NullAway.Init")
  private Revocation(
      UUID accountId,
      @Nullable String sessionId,
      Instant notBefore,
      EndReason because,
      Duration horizon) {
    this.accountId = accountId;
    this.sessionId = sessionId;
    this.notBefore = notBefore;
    this.because = because;
    this.expiresAt = notBefore.plus(horizon);
  }

  /**
   * No token of a session is good any more.
   *
   * @param horizon how long the last of them may still be unexpired
   */
  static Revocation ofSession(
      UUID accountId, String sessionId, EndReason because, Instant now, Duration horizon) {
    return new Revocation(accountId, sessionId, now, because, horizon);
  }

  /** No token that an account was given up to now is good any more. */
  static Revocation ofAccount(UUID accountId, EndReason because, Instant now, Duration horizon) {
    return new Revocation(accountId, null, now, because, horizon);
  }

  long seq() {
    return seq;
  }

  @Nullable String sessionId() {
    return sessionId;
  }

  UUID accountId() {
    return accountId;
  }

  Instant notBefore() {
    return notBefore;
  }

  EndReason because() {
    return because;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
