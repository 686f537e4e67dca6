package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.account.LoginPolicy;
import dev.signet.input.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.revocation.EndReason;
import dev.signet.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds, adds, moves, ends and removes sessions. */
@ApplicationScoped
public class Sessions {

  private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

  private static final String IF_REFRESHABLE =
      """
       where id = ?3 and generation = ?4 and revoked_at is null
        and expires_at > ?1 and idle_expires_at > ?1
        and exists (select 1 from account
          where account.id = session.account_id and account.state in ('ACTIVE', ?5))\
      """;

  /**
   * Decides every refresh: the generation that is presented must be the latest. In SQL, since what
   * EclipseLink makes of it in JPQL lets two callers advance one generation.
   */
  static final String ADVANCE =
      """
      update session set generation = generation + 1, refreshed_at = ?1,
        idle_expires_at = least(?2, expires_at)\
      """
          + IF_REFRESHABLE;

  /** The time of the latest refresh stays: the grace is counted from it. */
  static final String EXTEND =
      "update session set idle_expires_at = least(?2, expires_at)" + IF_REFRESHABLE;

  @PersistenceContext EntityManager entities;
  @Inject Revocations revocations;
  @Inject SessionSettings settings;
  @Inject LoginPolicy policy;
  @Inject Clock clock;

  /**
   * Opens a session for a login that has just succeeded.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when the account
   *     may not log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession open(Account account, Origin origin) {
    return open(account, origin, settings.refreshLifetime());
  }

  /**
   * Opens a session of sliding tokens, whose end no refresh will move.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when the account
   *     may not log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession openSliding(Account account, Origin origin) {
    return open(account, origin, settings.slidingLifetime());
  }

  /** Ends a session. Returns whether it had been alive; ending it again changes nothing. */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean end(String id, EndReason because) {
    Session session = entities.find(Session.class, id);
    return session != null && revoke(session, because, clock.instant());
  }

  /** Ends a session of an account. Returns whether there was such a one, and it was alive. */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean end(UUID accountId, String id, EndReason because) {
    Session session = entities.find(Session.class, id);
    return session != null
        && session.accountId().equals(accountId)
        && revoke(session, because, clock.instant());
  }

  /** Ends every session of an account. Returns how many. */
  @Transactional(dontRollbackOn = Refusal.class)
  public int endAll(UUID accountId, EndReason because) {
    return end(aliveOf(accountId).stream(), because);
  }

  /** Ends every session of an account but one. Returns how many. */
  @Transactional(dontRollbackOn = Refusal.class)
  public int endOthers(UUID accountId, String kept, EndReason because) {
    return end(aliveOf(accountId).stream().filter(session -> !session.id().equals(kept)), because);
  }

  /** The sessions of an account that can still be refreshed, the one used last first. */
  public List<Session> aliveOf(UUID accountId) {
    return entities
        .createQuery(
            """
            select s from Session s where s.accountId = :account and s.revokedAt is null
              and s.idleExpiresAt > :now and s.expiresAt > :now
            order by s.refreshedAt desc, s.id\
            """,
            Session.class)
        .setParameter("account", accountId)
        .setParameter("now", clock.instant())
        .getResultList();
  }

  /**
   * Removes some of those whose last refresh token expired before {@code then}. Returns how many;
   * other nodes may do the same at the same time.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  int purge(Instant then, int most) {
    return entities
        .createNativeQuery(
            """
            delete from session where id in (select id from session
              where idle_expires_at <= ?1 order by idle_expires_at fetch first ?2 rows only
              for update skip locked)\
            """)
        .setParameter(1, then.atOffset(ZoneOffset.UTC))
        .setParameter(2, most)
        .executeUpdate();
  }

  private LiveSession open(Account account, Origin origin, Duration lifetime) {
    policy.admit(account, origin);
    Session session =
        new Session(account, origin, clock.instant(), lifetime, settings.absoluteLifetime());
    entities.persist(session);
    LOG.log(
        System.Logger.Level.INFO, "Session {0} opened: account {1}", session.id(), account.id());
    return new LiveSession(session, account);
  }

  /** Takes a session from a generation to the next. Returns whether it was of it, and alive. */
  boolean advance(String id, int generation, Instant now) {
    return changed(ADVANCE, id, generation, now);
  }

  /** Puts off a session's end by disuse. Returns whether it was of the generation, and alive. */
  boolean extend(String id, int generation, Instant now) {
    return changed(EXTEND, id, generation, now);
  }

  private boolean changed(String statement, String id, int generation, Instant now) {
    return entities
            .createNativeQuery(statement)
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, now.plus(settings.refreshLifetime()).atOffset(ZoneOffset.UTC))
            .setParameter(3, id)
            .setParameter(4, generation)
            .setParameter(5, policy.stateBesideActive())
            .executeUpdate()
        == 1;
  }

  /**
   * Refuses an access token by what the rows of its session and its account say now.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#USER_NOT_FOUND}, {@link
   *     Problem#USER_INACTIVE} or {@link EndReason#asBearer}
   */
  public void refuseUnlessUsable(String id) {
    LiveSession live = look(id).orElseThrow(Problem.USER_NOT_FOUND::refusal);
    Optional<EndReason> end = live.session().end();
    if (end.isPresent()) {
      throw end.get().asBearer().refusal();
    }
    if (!policy.mayUse(live.account())) {
      throw Problem.USER_INACTIVE.refusal();
    }
  }

  LiveSession find(String id) {
    return look(id).orElseThrow(Problem.NO_ACCOUNT_FOR_TOKEN::refusal);
  }

  /** The sessions of an account go with it, so a token whose session is gone has lost both. */
  private Optional<LiveSession> look(String id) {
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

  private int end(Stream<Session> alive, EndReason because) {
    Instant now = clock.instant();
    return (int) alive.filter(session -> revoke(session, because, now)).count();
  }

  boolean revoke(Session session, EndReason because, Instant now) {
    int ended =
        entities
            .createQuery(
                """
                update Session s set s.revokedAt = :now, s.revokedBecause = :because
                where s.id = :id and s.revokedAt is null\
                """)
            .setParameter("now", now)
            .setParameter("because", because)
            .setParameter("id", session.id())
            .executeUpdate();
    if (ended == 1) {
      revocations.addForSession(session.accountId(), session.id(), because, now);
      LOG.log(System.Logger.Level.INFO, "Session {0} ended: {1}", session.id(), because);
    }
    return ended == 1;
  }
}
