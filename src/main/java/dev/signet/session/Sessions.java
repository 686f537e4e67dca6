package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.account.Accounts;
import dev.signet.account.LoginPolicy;
import dev.signet.input.Activity;
import dev.signet.input.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.revocation.EndReason;
import dev.signet.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds, adds, moves, ends and removes sessions. */
@ApplicationScoped
public class Sessions {

  private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

  private static final String IF_REFRESHABLE =
      """
       where id = ?2 and generation = ?3 and revoked_at is null
        and expires_at > ?1 and idle_expires_at > ?1
        and exists (select 1 from account
          where account.id = session.account_id and account.state in ('ACTIVE', ?4))\
      """;

  /** Each kind has an end by disuse of its own. H2 asks of which type the parameters are. */
  private static final String PUT_OFF =
      """
      used_at = ?1, idle_expires_at = least(expires_at, case kind
        when 'BROWSER' then cast(?6 as timestamp(3) with time zone)
        when 'REMEMBERED' then cast(?7 as timestamp(3) with time zone)
        else cast(?5 as timestamp(3) with time zone) end)\
      """;

  private static final String NEXT = "generation = generation + 1, refreshed_at = ?1";

  /**
   * Decides every refresh: the generation that is presented must be the latest. In SQL, since what
   * EclipseLink makes of it in JPQL lets two callers advance one generation.
   */
  static final String ADVANCE = "update session set " + NEXT + ", " + PUT_OFF + IF_REFRESHABLE;

  /** The same for a client that nobody is at: the end by disuse stays. */
  static final String ADVANCE_UNATTENDED = "update session set " + NEXT + IF_REFRESHABLE;

  /** The time of the latest refresh stays: the grace is counted from it. */
  static final String EXTEND = "update session set " + PUT_OFF + IF_REFRESHABLE;

  @PersistenceContext EntityManager entities;
  @Inject Revocations revocations;
  @Inject SessionSettings settings;
  @Inject LoginPolicy policy;
  @Inject Accounts accounts;
  @Inject Clock clock;

  /**
   * Opens a session for a login that has just succeeded. Where the account has too many then, those
   * longest unused end.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when the account
   *     may not log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession open(Account proven, Origin origin, SessionKind kind) {
    Account account = policy.admit(proven, origin);
    Instant now = clock.instant();
    alive(account.id())
        .setFirstResult(settings.mostOfAccount() - 1)
        .getResultList()
        .forEach(longestUnused -> revoke(longestUnused, EndReason.SESSION_LIMIT, now));
    Session session = new Session(account, origin, kind, settings.of(kind), now);
    entities.persist(session);
    LOG.log(
        System.Logger.Level.INFO, "Session {0} opened: account {1}", session.id(), account.id());
    return new LiveSession(session, account);
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

  /** Ends every session of an account, those too that are being opened or refreshed just now. */
  @Transactional(dontRollbackOn = Refusal.class)
  public void endAll(UUID accountId, EndReason because) {
    accounts.lock(accountId).ifPresent(account -> endAll(account, because));
  }

  /** The same for an account that is locked. */
  void endAll(Account account, EndReason because) {
    Instant now = clock.instant();
    int ended =
        entities
            .createQuery(
                """
                update Session s set s.revokedAt = :now, s.revokedBecause = :because
                where s.accountId = :account and s.revokedAt is null\
                """)
            .setParameter("now", now)
            .setParameter("because", because)
            .setParameter("account", account.id())
            .executeUpdate();
    revocations.addForAccount(account.id(), account.outdateTokens(), because, now);
    LOG.log(
        System.Logger.Level.INFO,
        "All {0} sessions ended: {1}, account {2}",
        ended,
        because,
        account.id());
  }

  /**
   * Ends every session of an account but one, those too that are being opened or refreshed just
   * now.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void endOthers(UUID accountId, String kept, EndReason because) {
    accounts.lock(accountId).ifPresent(account -> endOthers(account, kept, because));
  }

  /** The same for an account that is locked. */
  void endOthers(Account account, String kept, EndReason because) {
    Instant now = clock.instant();
    unended(account.id()).stream()
        .filter(session -> !session.id().equals(kept))
        .forEach(session -> revoke(session, because, now));
  }

  /** The sessions of an account that can still be refreshed, the one used last first. */
  public List<Session> aliveOf(UUID accountId) {
    return alive(accountId).getResultList();
  }

  private TypedQuery<Session> alive(UUID accountId) {
    return entities
        .createQuery(
            """
            select s from Session s where s.accountId = :account and s.revokedAt is null
              and s.idleExpiresAt > :now and s.expiresAt > :now
            order by s.usedAt desc, s.id\
            """,
            Session.class)
        .setParameter("account", accountId)
        .setParameter("now", clock.instant());
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

  /** Takes a session from a generation to the next. Returns whether it was of it, and alive. */
  boolean advance(String id, int generation, Activity activity, Instant now) {
    return switch (activity) {
      case PERSON -> puttingOff(ADVANCE, id, generation, now).executeUpdate() == 1;
      case BACKGROUND -> changing(ADVANCE_UNATTENDED, id, generation, now).executeUpdate() == 1;
    };
  }

  /** Puts off a session's end by disuse. Returns whether it was of the generation, and alive. */
  boolean extend(String id, int generation, Instant now) {
    return puttingOff(EXTEND, id, generation, now).executeUpdate() == 1;
  }

  private Query puttingOff(String statement, String id, int generation, Instant now) {
    return changing(statement, id, generation, now)
        .setParameter(5, idleEnd(SessionKind.API, now))
        .setParameter(6, idleEnd(SessionKind.BROWSER, now))
        .setParameter(7, idleEnd(SessionKind.REMEMBERED, now));
  }

  private Query changing(String statement, String id, int generation, Instant now) {
    return entities
        .createNativeQuery(statement)
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .setParameter(2, id)
        .setParameter(3, generation)
        .setParameter(4, policy.stateBesideActive());
  }

  private OffsetDateTime idleEnd(SessionKind kind, Instant now) {
    return settings.of(kind).idleEnd(now).atOffset(ZoneOffset.UTC);
  }

  /**
   * Refuses an access token by what the rows of its session and its account say now.
   *
   * @param version which version of the account the token speaks of
   * @throws dev.signet.problem.ProblemException {@link Problem#USER_NOT_FOUND}, {@link
   *     Problem#USER_INACTIVE} or {@link EndReason#asBearer}
   */
  public void refuseUnlessUsable(String id, int version) {
    LiveSession live = look(id).orElseThrow(Problem.USER_NOT_FOUND::refusal);
    Optional<EndReason> end = live.session().end();
    if (end.isPresent()) {
      throw end.get().asBearer().refusal();
    }
    if (!policy.mayUse(live.account())) {
      throw Problem.USER_INACTIVE.refusal();
    }
    if (version < live.account().version()) {
      throw EndReason.ROLES_CHANGED.asBearer().refusal();
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

  /** Some may have run out: their last access token may be good still. */
  private List<Session> unended(UUID accountId) {
    return entities
        .createQuery(
            "select s from Session s where s.accountId = :account and s.revokedAt is null",
            Session.class)
        .setParameter("account", accountId)
        .getResultList();
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
      LOG.log(
          System.Logger.Level.INFO,
          "Session {0} ended: {1}, account {2}",
          session.id(),
          because,
          session.accountId());
    }
    return ended == 1;
  }
}
