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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every node must know at once: the access tokens of a session are no longer good, or all of
 * an account that are of an earlier version of it.
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

  @Column(name = "account_version")
  private @Nullable Integer accountVersion;

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
      @Nullable Integer accountVersion,
      EndReason because,
      Instant expiresAt) {
    this.accountId = accountId;
    this.sessionId = sessionId;
    this.accountVersion = accountVersion;
    this.because = because;
    this.expiresAt = expiresAt;
  }

  /**
   * No token of a session is good any more.
   *
   * @param expiresAt when the last of them has expired by itself
   */
  static Revocation ofSession(
      UUID accountId, String sessionId, EndReason because, Instant expiresAt) {
    return new Revocation(accountId, sessionId, null, because, expiresAt);
  }

  /**
   * No token of an account is good any more that is of an earlier version of it.
   *
   * @param expiresAt when the last of them has expired by itself
   */
  static Revocation ofAccount(UUID accountId, int version, EndReason because, Instant expiresAt) {
    return new Revocation(accountId, null, version, because, expiresAt);
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

  /** The first version of the account whose tokens are good; 0 where a session is named. */
  int accountVersion() {
    return accountVersion == null ? 0 : accountVersion;
  }

  EndReason because() {
    return because;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
