package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.input.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Finds, adds, refreshes and ends sessions. */
@ApplicationScoped
public class Sessions {

  private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

  @PersistenceContext EntityManager entities;
  @Inject Revocations revocations;
  @Inject SessionSettings settings;
  @Inject Clock clock;
  @Inject Event<RefreshTokenReused> reused;

  /** Opens a session for a login that has just succeeded. */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession open(Account account, Origin origin) {
    Session session = new Session(account, origin, clock.instant(), settings);
    entities.persist(session);
    LOG.log(
        System.Logger.Level.INFO, "Session {0} opened: account {1}", session.id(), account.id());
    return new LiveSession(session, account);
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
    boolean advanced = advance(id, generation, now);
    LiveSession live = find(id);
    return advanced ? live : repeated(live, generation, now);
  }

  /**
   * Changes nothing.
   *
   * @throws dev.signet.problem.ProblemException when {@link #refresh} would refuse, and why
   */
  public void refuseUnlessRefreshable(String id, int generation) {
    LiveSession live = find(id);
    switch (live.session().judge(generation, clock.instant(), settings.rotationGrace())) {
      case LATEST, REPEATED -> ofActive(live);
      case REUSED, REVOKED -> throw Problem.TOKEN_BLACKLISTED.refusal();
      case EXPIRED -> throw Problem.TOKEN_EXPIRED.refusal();
      case UNKNOWN -> throw Problem.TOKEN_INVALID.refusal();
    }
  }

  /** Ends a session. Returns whether it had been alive; ending it again changes nothing. */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean end(String id, EndReason because) {
    Session session = entities.find(Session.class, id);
    return session != null && revoke(session, because, clock.instant());
  }

  /** In SQL: what EclipseLink makes of it in JPQL lets two callers advance one generation. */
  private boolean advance(String id, int generation, Instant now) {
    return entities
            .createNativeQuery(
                """
                update session
                set generation = generation + 1, refreshed_at = ?1, idle_expires_at = ?2
                where id = ?3 and generation = ?4 and revoked_at is null
                  and expires_at > ?1 and idle_expires_at > ?1
                  and exists (select 1 from account
                    where account.id = session.account_id and account.state = 'ACTIVE')\
                """)
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, now.plus(settings.refreshLifetime()).atOffset(ZoneOffset.UTC))
            .setParameter(3, id)
            .setParameter(4, generation)
            .executeUpdate()
        == 1;
  }

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
        .orElseThrow(Problem.TOKEN_INVALID::refusal);
  }

  private LiveSession repeated(LiveSession live, int generation, Instant now) {
    Session session = live.session();
    return switch (session.judge(generation, now, settings.rotationGrace())) {
      case REPEATED -> ofActive(live);
      case REUSED -> throw endReused(session, now);
      case LATEST -> throw Problem.NO_ACCOUNT_FOR_TOKEN.refusal();
      case REVOKED -> throw Problem.TOKEN_BLACKLISTED.refusal();
      case EXPIRED -> throw Problem.TOKEN_EXPIRED.refusal();
      case UNKNOWN -> throw Problem.TOKEN_INVALID.refusal();
    };
  }

  private static LiveSession ofActive(LiveSession live) {
    if (!live.account().isActive()) {
      throw Problem.NO_ACCOUNT_FOR_TOKEN.refusal();
    }
    return live;
  }

  private RuntimeException endReused(Session session, Instant now) {
    revoke(session, EndReason.REUSE, now);
    reused.fire(new RefreshTokenReused(session.id(), session.accountId()));
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
      revocations.add(
          Revocation.ofSession(
              session.accountId(), session.id(), because, now, settings.tokenHorizon()));
      LOG.log(System.Logger.Level.INFO, "Session {0} ended: {1}", session.id(), because);
    }
    return ended == 1;
  }
}
