package dev.signet.assertion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An assertion that was shown. Its row goes when nobody would take it any more. */
@Entity
@Table(name = "used_assertion")
class UsedAssertion {

  /** Of whose it is and of its id. */
  @Id private String hash;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected UsedAssertion() {}
}
