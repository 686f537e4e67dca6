package dev.signet.account;

import dev.signet.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** Finds and adds accounts. */
@ApplicationScoped
public class Accounts {

  @PersistenceContext EntityManager entities;

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

  /**
   * Writes what the transaction at hand has changed: it is known then whether a name is free.
   *
   * @throws jakarta.persistence.PersistenceException where it is not
   */
  public void store() {
    entities.flush();
  }

  /** Removes an account, and its sessions with it. */
  public void remove(Account account) {
    entities.remove(account);
  }

  /** The account that logs in by a name: its e-mail address or its username. */
  public Optional<Account> findByIdentifier(String identifier) {
    String key = IdentifierKey.of(identifier);
    return entities
        .createNamedQuery("Account.byIdentifier", Account.class)
        .setParameter("key", key)
        .getResultStream()
        .min(Comparator.comparing(account -> !account.usernameKey().equals(key)));
  }

  /**
   * Adds an account. One statement decides: of two that want one name at the same moment, the
   * second is not added. Returns whether it was: its username and its address were free. An address
   * that is somebody's username, as in accounts from elsewhere, is not.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean add(Account account) {
    if (isUsername(account.emailKey())) {
      return false;
    }
    return entities
            .createNativeQuery(
                """
                insert into account (id, username, username_key, email, email_key, name,
                  password_hash, roles, state, language, created_at, version)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0)
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
            .setParameter(9, account.state())
            .setParameter(10, account.language().getLanguage())
            .setParameter(11, account.createdAt().atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  private boolean isUsername(String key) {
    return entities
            .createQuery("select count(a) from Account a where a.usernameKey = :key", Long.class)
            .setParameter("key", key)
            .getSingleResult()
        > 0;
  }

  /**
   * Removes some accounts that have waited since before {@code then} for their address to be
   * proven. Returns how many; other nodes may do the same at the same time.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public int purgePending(Instant then, int most) {
    return entities
        .createNativeQuery(
            """
            delete from account where id in (select id from account
              where state = 'PENDING' and created_at <= ?1 order by created_at
              fetch first ?2 rows only for update skip locked)\
            """)
        .setParameter(1, then.atOffset(ZoneOffset.UTC))
        .setParameter(2, most)
        .executeUpdate();
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
