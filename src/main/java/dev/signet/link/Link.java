package dev.signet.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A link that was mailed. Its row goes when it is spent. */
@Entity
@Table(name = "link")
class Link {

  @Id private String hash;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Column(name = "account_id")
  private UUID accountId;

  private String email;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Link() {}

  Link(String hash, Purpose purpose, UUID accountId, String email, Instant expiresAt) {
    this.hash = hash;
    this.purpose = purpose;
    this.accountId = accountId;
    this.email = email;
    this.expiresAt = expiresAt;
  }

  /** Whether its time has not run out. */
  boolean isGood(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** What who opens it may do. */
  OpenedLink opened() {
    return new OpenedLink(hash, purpose, accountId, email);
  }
}
