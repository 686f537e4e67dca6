package dev.signet.consent;

import dev.signet.account.Accounts;
import dev.signet.audit.SecurityEvents;
import dev.signet.client.RegisteredClients;
import dev.signet.event.ClientEvent.ConsentGranted;
import dev.signet.event.ClientEvent.ConsentRevoked;
import dev.signet.oauth.Scope;
import dev.signet.platform.Refusal;
import dev.signet.revocation.EndReason;
import dev.signet.session.ClientSessions;
import dev.signet.session.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

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
   * What a client may do, as the person is told of it.
   *
   * @param name what people know it as
   * @param scopes words (RFC 6749 §3.3), in the order of the alphabet
   * @param since when something was last added
   */
  public record Allowed(String clientId, String name, List<String> scopes, Instant since) {

    public Allowed {
      scopes = List.copyOf(scopes);
    }

    private Allowed and(Allowed more) {
      TreeSet<String> all = new TreeSet<>(scopes);
      all.addAll(more.scopes);
      return new Allowed(clientId, name, List.copyOf(all), since);
    }
  }

  /**
   * What clients may do for somebody, the last first: what he has allowed them, and what those that
   * he is not asked about do while he is logged out.
   */
  public List<Allowed> of(UUID accountId) {
    Map<String, Allowed> found = new HashMap<>();
    consentsOf(accountId)
        .map(one -> allowed(one.clientId(), one.scopes(), one.grantedAt()))
        .forEach(one -> found.put(one.clientId(), one));
    sessions.offlineOf(accountId).stream()
        .map(one -> allowed(one.clientId().orElseThrow(), words(one), one.createdAt()))
        .forEach(one -> found.merge(one.clientId(), one, Allowed::and));
    return found.values().stream()
        .sorted(Comparator.comparing(Allowed::since).reversed().thenComparing(Allowed::clientId))
        .toList();
  }

  private Stream<Consent> consentsOf(UUID accountId) {
    return entities
        .createQuery("select c from Consent c where c.accountId = :account", Consent.class)
        .setParameter("account", accountId)
        .getResultStream();
  }

  private Allowed allowed(String client, Collection<String> scopes, Instant since) {
    return new Allowed(client, clients.nameOf(client), List.copyOf(new TreeSet<>(scopes)), since);
  }

  private static Set<String> words(Session session) {
    return Scope.of(session.scope().orElse("")).words();
  }

  /**
   * Whether an account is there, and stays until the transaction at hand ends. Nor does anybody
   * take back meanwhile what he has allowed.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean hold(UUID accountId) {
    return accounts.lock(accountId).isPresent();
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
   * had been allowed something, or had a session.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean revoke(UUID accountId, String clientId) {
    if (accounts.lock(accountId).isEmpty()) {
      return false;
    }
    int consents = remove(accountId, clientId);
    if (consents + sessions.endAll(accountId, clientId, EndReason.LOGOUT) == 0) {
      return false;
    }
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
