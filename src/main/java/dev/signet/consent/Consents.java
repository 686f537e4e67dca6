package dev.signet.consent;

import dev.signet.account.Accounts;
import dev.signet.audit.SecurityEvents;
import dev.signet.client.RegisteredClients;
import dev.signet.event.ClientEvent.ConsentGranted;
import dev.signet.event.ClientEvent.ConsentRevoked;
import dev.signet.platform.Refusal;
import dev.signet.revocation.EndReason;
import dev.signet.session.ClientSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Finds, widens and revokes consents. */
@ApplicationScoped
public class Consents {

  @PersistenceContext EntityManager entities;
  @Inject Accounts accounts;
  @Inject RegisteredClients clients;
  @Inject ClientSessions sessions;
  @Inject SecurityEvents events;
  @Inject Clock clock;

  /** What somebody has allowed a client; empty for nothing. */
  public Optional<Consent> find(UUID accountId, String clientId) {
    return Optional.ofNullable(entities.find(Consent.class, new ConsentId(accountId, clientId)));
  }

  /**
   * What somebody has allowed a client, as he is told of it.
   *
   * @param client what people know it as
   */
  public record Allowed(Consent consent, String client) {}

  /** What somebody has allowed any client, the last first. */
  public List<Allowed> of(UUID accountId) {
    return entities
        .createQuery(
            "select c from Consent c where c.accountId = :account"
                + " order by c.grantedAt desc, c.clientId",
            Consent.class)
        .setParameter("account", accountId)
        .getResultStream()
        .map(consent -> new Allowed(consent, clients.nameOf(consent.clientId())))
        .toList();
  }

  /**
   * Whether somebody allows a client all of this: he does not take it back before the transaction
   * at hand ends.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean hold(UUID accountId, String clientId, Set<String> scopes) {
    accounts.lock(accountId);
    return find(accountId, clientId).filter(consent -> consent.covers(scopes)).isPresent();
  }

  /** Allows a client something beside what it may do already. Nothing where the account is gone. */
  @Transactional(dontRollbackOn = Refusal.class)
  public void grant(UUID accountId, String clientId, Set<String> scopes) {
    if (accounts.lock(accountId).isEmpty()) {
      return;
    }
    Consent consent = find(accountId, clientId).orElseGet(() -> added(accountId, clientId));
    consent.add(scopes, clock.instant());
    entities.flush();
    events.tell(new ConsentGranted(accountId, clientId, String.join(" ", new TreeSet<>(scopes))));
  }

  /**
   * Allows a client nothing any more: all of its sessions of the account end. Returns whether it
   * had been allowed something.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean revoke(UUID accountId, String clientId) {
    if (accounts.lock(accountId).isEmpty() || remove(accountId, clientId) == 0) {
      return false;
    }
    sessions.endAll(accountId, clientId, EndReason.LOGOUT);
    events.tell(new ConsentRevoked(accountId, clientId));
    return true;
  }

  private Consent added(UUID accountId, String clientId) {
    Consent consent = new Consent(accountId, clientId, clock.instant());
    entities.persist(consent);
    return consent;
  }

  private int remove(UUID accountId, String clientId) {
    return entities
        .createQuery("delete from Consent c where c.accountId = :account and c.clientId = :client")
        .setParameter("account", accountId)
        .setParameter("client", clientId)
        .executeUpdate();
  }
}
