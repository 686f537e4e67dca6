package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.account.Accounts;
import dev.signet.account.LoginPolicy;
import dev.signet.event.SessionEnded;
import dev.signet.event.SessionsEnded;
import dev.signet.origin.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.revocation.EndReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds, adds, moves, ends and removes sessions. */
@ApplicationScoped
public class Sessions {

  /** What clients have of logins that have not been ended. */
  private static final String OF_CLIENTS_OF_ACCOUNT =
      "s.parentId in (select p.id from Session p"
          + " where p.accountId = :whose and p.parentId is null and p.revokedAt is null)";

  @PersistenceContext EntityManager entities;
  @Inject SessionNews news;
  @Inject SessionSettings settings;
  @Inject LoginPolicy policy;
  @Inject Accounts accounts;
  @Inject Clock clock;

  /**
   * Opens a session for a login that has just succeeded. Where the account has too many then, those
   * longest unused end. Nobody is told of either before {@link #tell}.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when the account
   *     may not log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession.Opened open(Account proven, Origin origin, SessionKind kind) {
    Account account = policy.admit(proven, origin);
    Instant now = clock.instant();
    List<Session> ended = makeRoom(alive(account.id()), now);
    Session session = new Session(account, origin, kind, settings.of(kind), now);
    add(session);
    return new LiveSession.Opened(new LiveSession(session, account), ended);
  }

  /** Ends what a client has too much of an account for one session more. */
  List<Session> makeRoom(UUID accountId, String clientId, Instant now) {
    TypedQuery<Session> ofClient =
        alive("s.clientId = :client", "s.usedAt", accountId).setParameter("client", clientId);
    return makeRoom(ofClient, now);
  }

  /** The one longest unused comes last. */
  private List<Session> makeRoom(TypedQuery<Session> alive, Instant now) {
    return alive.setFirstResult(settings.mostOfAccount() - 1).getResultList().stream()
        .filter(longestUnused -> revoke(longestUnused, EndReason.SESSION_LIMIT, now))
        .toList();
  }

  void add(Session session) {
    entities.persist(session);
  }

  /** Tells that a session was opened, last in its transaction: when its tokens are there. */
  public void tell(LiveSession.Opened opened) {
    news.tellAll(opened.events());
  }

  /** Ends a session. Returns whether it had been alive; ending it again changes nothing. */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean end(String id, EndReason because) {
    Session session = entities.find(Session.class, id);
    return session != null && end(session, because);
  }

  /** Ends a session of an account. Returns whether there was such a one, and it was alive. */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean end(UUID accountId, String id, EndReason because) {
    Session session = entities.find(Session.class, id);
    return session != null && session.accountId().equals(accountId) && end(session, because);
  }

  private boolean end(Session session, EndReason because) {
    boolean ended = revoke(session, because, clock.instant());
    if (ended) {
      news.tell(new SessionEnded(session.id(), session.accountId(), because));
    }
    return ended;
  }

  /** Ends every session of an account, those too that are being opened or refreshed just now. */
  @Transactional(dontRollbackOn = Refusal.class)
  public void endAll(UUID accountId, EndReason because) {
    accounts
        .lock(accountId)
        .map(account -> new SessionsEnded(accountId, null, because, endAll(account, because)))
        .ifPresent(news::tell);
  }

  /**
   * The same for an account that the transaction at hand has locked, as a consequence of what the
   * caller tells. Returns how many had not been ended before. Logins end before what clients have
   * of them, as everywhere: a client that refreshes takes the rows in that order.
   */
  public int endAll(Account account, EndReason because) {
    news.endedFor(matching(OF_CLIENTS_OF_ACCOUNT, account.id()));
    Instant now = clock.instant();
    int ended =
        markEnded("s.parentId is null and s.accountId = :whose", account.id(), because, now)
            + markEnded("s.accountId = :whose", account.id(), because, now);
    outdateTokens(account, because);
    return ended;
  }

  /**
   * Lets the sessions of an account go on, and no access token that it has been given up to now.
   * The transaction at hand has locked it.
   */
  public void outdateTokens(Account account, EndReason because) {
    news.outdated(account, because, clock.instant());
  }

  /**
   * Ends every session of an account but one, those too that are being opened or refreshed just
   * now.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void endOthers(UUID accountId, String kept, EndReason because) {
    accounts
        .lock(accountId)
        .map(
            account ->
                new SessionsEnded(accountId, kept, because, endOthers(account, kept, because)))
        .ifPresent(news::tell);
  }

  /**
   * The same for an account that the transaction at hand has locked, as a consequence of what the
   * caller tells. Returns how many had not been ended before.
   */
  public int endOthers(Account account, String kept, EndReason because) {
    Instant now = clock.instant();
    return (int)
        unended(account.id()).stream()
            .filter(session -> !session.outlasts(kept, because))
            .filter(session -> revoke(session, because, now))
            .count();
  }

  /**
   * The logins of an account that can still be refreshed, the one used last first; what clients
   * have of them is no login of its own.
   */
  public List<Session> aliveOf(UUID accountId) {
    return alive(accountId).getResultList();
  }

  private TypedQuery<Session> alive(UUID accountId) {
    return alive("s.parentId is null", "s.usedAt", accountId);
  }

  /** What clients have of an account beside its logins, the one opened last first. */
  List<Session> offlineOf(UUID accountId) {
    return alive("s.kind = :offline", "s.createdAt", accountId)
        .setParameter("offline", SessionKind.OFFLINE)
        .getResultList();
  }

  private TypedQuery<Session> alive(String which, String last, UUID accountId) {
    return entities
        .createQuery(
            "select s from Session s where s.accountId = :account and s.revokedAt is null and "
                + which
                + " and s.idleExpiresAt > :now and s.expiresAt > :now order by "
                + last
                + " desc, s.id",
            Session.class)
        .setParameter("account", accountId)
        .setParameter("now", clock.instant());
  }

  /**
   * Removes some of those whose last refresh token expired before {@code then}, unless a client has
   * it of a login that goes on. Returns how many; other nodes may do the same at the same time.
   * That login is counted: with "not exists", PostgreSQL may read the whole table for each batch.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  int purge(Instant then, int most) {
    return entities
        .createNativeQuery(
            """
            delete from session where id in (select s.id from session s
              where s.idle_expires_at <= ?1 and (select count(*) = 0 from session p where
                p.id = s.parent_id and p.idle_expires_at > ?1 and p.revoked_at is null)
              order by s.idle_expires_at fetch first ?2 rows only for update skip locked)\
            """)
        .setParameter(1, then.atOffset(ZoneOffset.UTC))
        .setParameter(2, most)
        .executeUpdate();
  }

  /** A statement about a generation of a session. */
  Query changing(String statement, String id, int generation, Instant now) {
    return entities
        .createNativeQuery(statement)
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .setParameter(2, id)
        .setParameter(3, generation)
        .setParameter(4, policy.stateBesideActive());
  }

  /** A session as it is now, for the transaction at hand alone. */
  Optional<Session> lock(String id) {
    Optional<Session> session =
        Optional.ofNullable(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
    session.ifPresent(entities::refresh);
    return session;
  }

  LiveSession find(String id) {
    return look(id).orElseThrow(Problem.NO_ACCOUNT_FOR_TOKEN::refusal);
  }

  /** The sessions of an account go with it, so a token whose session is gone has lost both. */
  Optional<LiveSession> look(String id) {
    return entities
        .createQuery(
            """
            select new dev.signet.session.LiveSession(s, a) from Session s, Account a
            where s.id = :id and a.id = s.accountId\
            """,
            LiveSession.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /**
   * Logins, and then what clients have of them. Some may have run out: their last access token may
   * be good still.
   */
  List<Session> unended(UUID accountId) {
    return matching("s.revokedAt is null and s.accountId = :whose", accountId).stream()
        .sorted(Comparator.comparing(session -> session.parentId().isPresent()))
        .toList();
  }

  private List<Session> matching(String which, Object whose) {
    return entities
        .createQuery("select s from Session s where " + which, Session.class)
        .setParameter("whose", whose)
        .getResultList();
  }

  /** Ends a session; its caller tells why. Returns whether it had been alive. */
  boolean revoke(Session session, EndReason because, Instant now) {
    boolean ended = markEnded("s.id = :whose", session.id(), because, now) == 1;
    if (ended) {
      news.ended(session, because, now);
      List<Session> ofClients = matching("s.parentId = :whose", session.id());
      news.endedFor(ofClients);
      ofClients.stream()
          .filter(client -> client.kind() == SessionKind.CLIENT)
          .forEach(client -> revoke(client, because, now));
    }
    return ended;
  }

  private int markEnded(String which, Object whose, EndReason because, Instant now) {
    return entities
        .createQuery(
            "update Session s set s.revokedAt = :now, s.revokedBecause = :because"
                + " where s.revokedAt is null and "
                + which)
        .setParameter("now", now)
        .setParameter("because", because)
        .setParameter("whose", whose)
        .executeUpdate();
  }
}
