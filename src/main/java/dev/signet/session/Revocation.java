package dev.signet.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every node must know at once: the access tokens of a session are no longer good, or those
 * that an account was given up to an instant.
 */
@Entity
@Table(name = "revocation")
class Revocation {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revocation_seq")
  @SequenceGenerator(name = "revocation_seq", sequenceName = "revocation_seq", allocationSize = 1)
  private Long seq;

  @Column(name = "session_id")
  private @Nullable String sessionId;

  @Column(name = "account_id")
  private @Nullable UUID accountId;

  @Column(name = "not_before")
  private @Nullable Instant notBefore;

  /** For who reads the table. */
  @SuppressWarnings("UnusedVariable")
  @Enumerated(EnumType.STRING)
  private EndReason because;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Revocation() {}

  @SuppressWarnings("NullAway.Init")
  private Revocation(EndReason because, Instant expiresAt) {
    this.because = because;
    this.expiresAt = expiresAt;
  }

  /** No token of a session is good any more; the last of them has expired at {@code expiresAt}. */
  static Revocation ofSession(String sessionId, EndReason because, Instant expiresAt) {
    Revocation revocation = new Revocation(because, expiresAt);
    revocation.sessionId = sessionId;
    return revocation;
  }

  /** No token that an account was given up to {@code notBefore} is good any more. */
  static Revocation ofAccount(
      UUID accountId, Instant notBefore, EndReason because, Instant expiresAt) {
    Revocation revocation = new Revocation(because, expiresAt);
    revocation.accountId = accountId;
    revocation.notBefore = notBefore;
    return revocation;
  }

  long seq() {
    return seq;
  }

  @Nullable String sessionId() {
    return sessionId;
  }

  @Nullable UUID accountId() {
    return accountId;
  }

  @Nullable Instant notBefore() {
    return notBefore;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
