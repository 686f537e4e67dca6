package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.account.LoginPolicy;
import dev.signet.audit.RefreshTokenReused;
import dev.signet.audit.SecurityEvents;
import dev.signet.input.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.revocation.EndReason;
import dev.signet.revocation.Revocations;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Finds, adds, refreshes, ends and removes sessions. */
@ApplicationScoped
public class Sessions {

  private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

  /**
   * Decides every refresh: the generation that is presented must be the latest. In SQL, since what
   * EclipseLink makes of it in JPQL lets two callers advance one generation.
   */
  static final String MOVE =
      """
      update session
      set generation = ?5, refreshed_at = ?1, idle_expires_at = least(?2, expires_at)
      where id = ?3 and generation = ?4 and revoked_at is null
        and expires_at > ?1 and idle_expires_at > ?1
        and exists (select 1 from account
          where account.id = session.account_id and account.state in ('ACTIVE', ?6))\
      """;

  @PersistenceContext EntityManager entities;
  @Resource TransactionSynchronizationRegistry transaction;
  @Inject Revocations revocations;
  @Inject SessionSettings settings;
  @Inject LoginPolicy policy;
  @Inject Clock clock;
  @Inject SecurityEvents events;

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

  /**
   * Takes a session to its next generation. One statement decides, so of many that try at once
   * exactly one does; the others, and who comes back within the grace because the answer was lost,
   * get the same successor. An older generation ends the session.
   *
   * @throws dev.signet.problem.ProblemException when the session cannot be refreshed, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession refresh(String id, int generation) {
    Instant now = clock.instant();
    boolean advanced = move(id, generation, generation + 1, now);
    LiveSession live = find(id);
    return advanced ? undoneUnlessAllowed(live) : unmoved(live, generation, now);
  }

  /**
   * Lets a session last as if it had been refreshed, and its generation be: the refresh token at
   * hand stays good.
   *
   * @throws dev.signet.problem.ProblemException when the session cannot be refreshed, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession extend(String id, int generation) {
    Instant now = clock.instant();
    boolean extended = move(id, generation, generation, now);
    LiveSession live = find(id);
    return extended ? undoneUnlessAllowed(live) : unmoved(live, generation, now);
  }

  /**
   * A session that could be refreshed, as it is. A generation that was refreshed long ago ends it.
   *
   * @throws dev.signet.problem.ProblemException when the session cannot be refreshed, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession current(String id, int generation) {
    return unmoved(find(id), generation, clock.instant());
  }

  /**
   * A session that is alive, whatever its generation. Changes nothing.
   *
   * @throws dev.signet.problem.ProblemException when the session cannot be refreshed, and why
   */
  public LiveSession current(String id) {
    LiveSession live = find(id);
    return allowed(live, live.session().generation(), clock.instant());
  }

  /**
   * Changes nothing.
   *
   * @throws dev.signet.problem.ProblemException when {@link #refresh} would refuse, and why
   */
  public void refuseUnlessRefreshable(String id, int generation) {
    allowed(find(id), generation, clock.instant());
  }

  /** Ends a session. Returns whether it had been alive; ending it again changes nothing. */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean end(String id, EndReason because) {
    Session session = entities.find(Session.class, id);
    return session != null && revoke(session, because, clock.instant());
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
    if (!policy.mayLogIn(account)) {
      throw Problem.NO_ACTIVE_ACCOUNT.refusal();
    }
    Session session =
        new Session(account, origin, clock.instant(), lifetime, settings.absoluteLifetime());
    entities.persist(session);
    LOG.log(
        System.Logger.Level.INFO, "Session {0} opened: account {1}", session.id(), account.id());
    return new LiveSession(session, account);
  }

  private boolean move(String id, int generation, int next, Instant now) {
    return entities
            .createNativeQuery(MOVE)
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, now.plus(settings.refreshLifetime()).atOffset(ZoneOffset.UTC))
            .setParameter(3, id)
            .setParameter(4, generation)
            .setParameter(5, next)
            .setParameter(6, policy.stateBesideActive())
            .executeUpdate()
        == 1;
  }

  /** The sessions of an account go with it, so a token whose session is gone has lost both. */
  private LiveSession find(String id) {
    return entities
        .createQuery(
            """
            select new dev.signet.session.LiveSession(s, a) from Session s, Account a
            where s.id = :id and a.id = s.accountId\
            """,
            LiveSession.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(Problem.NO_ACCOUNT_FOR_TOKEN::refusal);
  }

  /** What comes of a generation that did not move the session: a copy of it ends the session. */
  private LiveSession unmoved(LiveSession live, int generation, Instant now) {
    Session session = live.session();
    if (session.judge(generation, now, settings.rotationGrace()) == Session.Verdict.REUSED) {
      throw endReused(session, now);
    }
    return allowed(live, generation, now);
  }

  private LiveSession allowed(LiveSession live, int generation, Instant now) {
    Session session = live.session();
    return switch (session.judge(generation, now, settings.rotationGrace())) {
      case LATEST, REPEATED -> allowed(live);
      case REUSED -> throw Problem.TOKEN_BLACKLISTED.refusal();
      case REVOKED -> throw session.end().orElse(EndReason.LOGOUT).asRefresh().refusal();
      case EXPIRED -> throw Problem.TOKEN_EXPIRED.refusal();
      case UNKNOWN -> throw Problem.TOKEN_INVALID.refusal();
    };
  }

  private LiveSession allowed(LiveSession live) {
    if (!policy.mayRefresh(live.account())) {
      throw Problem.NO_ACCOUNT_FOR_TOKEN.refusal();
    }
    return live;
  }

  /** Who is refused keeps the token he has: a rule may say yes again. */
  private LiveSession undoneUnlessAllowed(LiveSession live) {
    if (!policy.mayRefresh(live.account())) {
      transaction.setRollbackOnly();
    }
    return allowed(live);
  }

  private RuntimeException endReused(Session session, Instant now) {
    revoke(session, EndReason.REUSE, now);
    events.tell(new RefreshTokenReused(session.id(), session.accountId()));
    LOG.log(
        System.Logger.Level.WARNING,
        "Refresh token reused: session {0} ended, account {1}",
        session.id(),
        session.accountId());
    return Problem.TOKEN_REUSED.refusal();
  }

  private boolean revoke(Session session, EndReason because, Instant now) {
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
