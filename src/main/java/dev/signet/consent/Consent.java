package dev.signet.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** What somebody has allowed a client (OpenID Connect Core 1.0 §3.1.2.4). */
@Entity
@IdClass(ConsentId.class)
@Table(name = "consent")
public class Consent {

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  @Id
  @Column(name = "client_id")
  private String clientId;

  private String scope;

  @Column(name = "granted_at")
  private Instant grantedAt;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Consent() {}

  /** Nothing is allowed yet. */
  Consent(UUID accountId, String clientId, Instant now) {
    this.accountId = accountId;
    this.clientId = clientId;
    this.scope = "";
    this.grantedAt = now;
  }

  /** Whose. */
  public UUID accountId() {
    return accountId;
  }

  /** Which client. */
  public String clientId() {
    return clientId;
  }

  /** What it may do, in the order of the alphabet. */
  public List<String> scopes() {
    return scope.isEmpty() ? List.of() : List.of(scope.split(" "));
  }

  /** When something was last allowed. */
  public Instant grantedAt() {
    return grantedAt;
  }

  /** Whether all of this is allowed. */
  public boolean covers(Collection<String> scopes) {
    return scopes().containsAll(scopes);
  }

  /** Allows this too. */
  void add(Collection<String> scopes, Instant now) {
    TreeSet<String> all = new TreeSet<>(scopes());
    all.addAll(scopes);
    scope = String.join(" ", all);
    grantedAt = now;
  }
}
