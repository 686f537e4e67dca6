package dev.signet.account;

import dev.signet.audit.SecurityEvents;
import dev.signet.event.AccountEvent.SignedUp;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** Finds and adds accounts. */
@ApplicationScoped
public class Accounts {

  @PersistenceContext EntityManager entities;
  @Inject AccountSettings settings;
  @Inject Clock clock;
  @Inject SecurityEvents events;

  /** The account of an id. */
  public Optional<Account> find(UUID id) {
    return Optional.ofNullable(entities.find(Account.class, id));
  }

  /**
   * The account of an id as it is now, for the transaction at hand alone: logins, and what ends
   * sessions, wait for each other. What the transaction had read of it before is read anew, which
   * Hibernate does not do by itself; what it has changed is written first.
   */
  public Optional<Account> lock(UUID id) {
    entities.flush();
    Optional<Account> account =
        Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    account.ifPresent(entities::refresh);
    return account;
  }

  /** Removes an account, and its sessions with it. */
  public void remove(Account account) {
    entities.remove(account);
  }

  /** The account that logs in by a name: its e-mail address or its username. */
  Optional<Account> findByIdentifier(String identifier) {
    String key = IdentifierKey.of(identifier);
    return entities
        .createNamedQuery("Account.byIdentifier", Account.class)
        .setParameter("key", key)
        .getResultStream()
        .min(Comparator.comparing(account -> !account.usernameKey().equals(key)));
  }

  /**
   * Adds the account that somebody asks for. One statement decides: of two that want one name at
   * the same moment, the second is refused.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#ACCOUNT_EXISTS} when the username or
   *     the address is taken
   */
  @Transactional(dontRollbackOn = Refusal.class)
  Account add(NewAccount asked, String passwordHash) {
    Account account = new Account(asked, passwordHash, settings.signupRoles(), clock.instant());
    int added =
        entities
            .createNativeQuery(
                """
                insert into account (id, username, username_key, email, email_key, name,
                  password_hash, roles, state, created_at)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'ACTIVE', ?9)
                on conflict do nothing\
                """)
            .setParameter(1, account.id())
            .setParameter(2, account.username())
            .setParameter(3, account.usernameKey())
            .setParameter(4, account.email())
            .setParameter(5, account.emailKey())
            .setParameter(6, account.name())
            .setParameter(7, account.passwordHash())
            .setParameter(8, new RolesColumn().convertToDatabaseColumn(account.roles()))
            .setParameter(9, account.createdAt().atOffset(ZoneOffset.UTC))
            .executeUpdate();
    if (added == 0) {
      throw Problem.ACCOUNT_EXISTS.refusal();
    }
    events.tell(new SignedUp(account.id()));
    return account;
  }

  /**
   * Stores a stronger hash of the password that the old hash was of; a password changed meanwhile
   * stays.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  void rehash(Account account, String stronger) {
    entities
        .createQuery(
            "update Account a set a.passwordHash = :stronger"
                + " where a.id = :id and a.passwordHash = :old")
        .setParameter("stronger", stronger)
        .setParameter("id", account.id())
        .setParameter("old", account.passwordHash())
        .executeUpdate();
  }
}
