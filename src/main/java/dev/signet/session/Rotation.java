package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.account.LoginPolicy;
import dev.signet.audit.SecurityEvents;
import dev.signet.event.RefreshTokenReused;
import dev.signet.origin.Activity;
import dev.signet.origin.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.revocation.EndReason;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The refresh protocol: decides what comes of a refresh token, by the generation it names. */
@ApplicationScoped
public class Rotation {

  private static final String IF_REFRESHABLE =
      """
       where id = ?2 and generation = ?3 and revoked_at is null
        and expires_at > ?1 and idle_expires_at > ?1
        and exists (select 1 from account
          where account.id = session.account_id and account.state in ('ACTIVE', ?4))
        and (kind <> 'CLIENT' or exists (select 1 from session login where
          login.id = session.parent_id and login.revoked_at is null
            and login.expires_at > ?1 and login.idle_expires_at > ?1))\
      """;

  /** Each kind has an end by disuse of its own. H2 asks of which type the parameters are. */
  private static final String PUT_OFF =
      """
      used_at = ?1, idle_expires_at = least(expires_at, case kind
        when 'BROWSER' then cast(?6 as timestamp(3) with time zone)
        when 'REMEMBERED' then cast(?7 as timestamp(3) with time zone)
        when 'OFFLINE' then cast(?8 as timestamp(3) with time zone)
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

  /** Puts off the end of the login that a client refreshes its session of. */
  static final String USE_LOGIN =
      "update session set "
          + PUT_OFF
          + """
           where revoked_at is null and expires_at > ?1 and idle_expires_at > ?1
            and id = (select client.parent_id from session client
              where client.id = ?2 and client.generation = ?3 and client.kind = 'CLIENT'
                and client.revoked_at is null and client.idle_expires_at > ?1)
            and exists (select 1 from account
              where account.id = session.account_id and account.state in ('ACTIVE', ?4))\
          """;

  @Resource TransactionSynchronizationRegistry transaction;
  @Inject Sessions sessions;
  @Inject SessionSettings settings;
  @Inject LoginPolicy policy;
  @Inject Clock clock;
  @Inject SecurityEvents events;

  /**
   * Takes a session to its next generation. One statement decides, so of many that try at once
   * exactly one does; the others, and who comes back within the grace because the answer was lost,
   * get the same successor. An older generation ends the session.
   *
   * @param activity whether somebody is at the client, and the session in use
   * @throws dev.signet.problem.ProblemException when the session cannot be refreshed, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession refresh(String id, int generation, Activity activity) {
    Instant now = clock.instant();
    boolean advanced = advance(id, generation, activity, now);
    LiveSession live = sessions.find(id);
    return advanced ? undoneUnlessAllowed(live) : unmoved(live, generation, now);
  }

  /**
   * The same of a client's session. A person who is at the client instead of at us uses the login:
   * its end by disuse is put off. Its row is taken first, as at a logout, so that the two never
   * wait for each other.
   *
   * @throws dev.signet.problem.ProblemException when the session cannot be refreshed, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession refreshOfClient(String id, int generation, Activity activity) {
    if (activity == Activity.PERSON) {
      puttingOff(USE_LOGIN, id, generation, clock.instant()).executeUpdate();
    }
    return refresh(id, generation, activity);
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
    boolean extended = extend(id, generation, now);
    LiveSession live = sessions.find(id).at(now);
    return extended ? undoneUnlessAllowed(live) : unmoved(live, generation, now);
  }

  /**
   * Leaves a session that could be refreshed as it is. A generation that was refreshed long ago
   * ends it.
   *
   * @throws dev.signet.problem.ProblemException when the session cannot be refreshed, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession keep(String id, int generation) {
    Instant now = clock.instant();
    return unmoved(sessions.find(id).at(now), generation, now);
  }

  /**
   * Leaves a session that is alive as it is, whatever its generation.
   *
   * @throws dev.signet.problem.ProblemException when the session cannot be refreshed, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession slide(String id) {
    Instant now = clock.instant();
    LiveSession live = sessions.find(id).at(now);
    return allowed(live, live.session().generation(), now);
  }

  /**
   * Has a browser's session go on for an account that has just proven who it is, with tokens of
   * another generation. Nobody is told of that before {@link #tell}.
   *
   * @return empty where it is another's, or has ended
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when the account
   *     may not log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public Optional<LiveSession> confirm(String id, Account proven, Origin origin) {
    Account account = policy.admit(proven, origin);
    return sessions
        .lock(id)
        .filter(one -> one.confirm(account, settings.of(one.kind()), clock.instant()))
        .map(session -> new LiveSession(session, account));
  }

  /** Tells of that, last in its transaction: when the tokens are there. */
  public void tell(LiveSession confirmed, Origin origin) {
    events.tell(confirmed.loginFrom(origin));
  }

  /**
   * Changes nothing.
   *
   * @throws dev.signet.problem.ProblemException when {@link #refresh} would refuse, and why
   */
  public void refuseUnlessRefreshable(String id, int generation) {
    allowed(sessions.find(id), generation, clock.instant());
  }

  /**
   * Refuses an access token by what the rows of its session and its account say now.
   *
   * @param version which version of the account the token speaks of
   * @throws dev.signet.problem.ProblemException {@link Problem#USER_NOT_FOUND}, {@link
   *     Problem#USER_INACTIVE} or {@link EndReason#asBearer}
   */
  public void refuseUnlessUsable(String id, int version) {
    usable(id, version);
  }

  /** The same, and what the rows are. */
  public LiveSession usable(String id, int version) {
    LiveSession live = sessions.look(id).orElseThrow(Problem.USER_NOT_FOUND::refusal);
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
    return live;
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
      case LATEST, REPEATED -> allowed(ofAliveLogin(live, now));
      case REUSED -> throw Problem.TOKEN_BLACKLISTED.refusal();
      case REVOKED -> throw session.end().orElse(EndReason.LOGOUT).asRefresh().refusal();
      case EXPIRED -> throw Problem.TOKEN_EXPIRED.refusal();
      case UNKNOWN -> throw Problem.TOKEN_INVALID.refusal();
    };
  }

  /** What a client has only as long as the person is logged in ends with that, however it ends. */
  private LiveSession ofAliveLogin(LiveSession live, Instant now) {
    if (live.session().kind() == SessionKind.CLIENT && !isLoginAlive(live.session(), now)) {
      throw Problem.TOKEN_EXPIRED.refusal();
    }
    return live;
  }

  private boolean isLoginAlive(Session client, Instant now) {
    return client
        .parentId()
        .flatMap(sessions::look)
        .filter(login -> login.session().isAlive(now))
        .isPresent();
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
      throw Problem.NO_ACCOUNT_FOR_TOKEN.refusal();
    }
    return live;
  }

  /** Takes a session from a generation to the next. Returns whether it was of it, and alive. */
  private boolean advance(String id, int generation, Activity activity, Instant now) {
    return switch (activity) {
      case PERSON -> puttingOff(ADVANCE, id, generation, now).executeUpdate() == 1;
      case BACKGROUND ->
          sessions.changing(ADVANCE_UNATTENDED, id, generation, now).executeUpdate() == 1;
    };
  }

  /** Puts off a session's end by disuse. Returns whether it was of the generation, and alive. */
  private boolean extend(String id, int generation, Instant now) {
    return puttingOff(EXTEND, id, generation, now).executeUpdate() == 1;
  }

  private Query puttingOff(String statement, String id, int generation, Instant now) {
    return sessions
        .changing(statement, id, generation, now)
        .setParameter(5, idleEnd(SessionKind.API, now))
        .setParameter(6, idleEnd(SessionKind.BROWSER, now))
        .setParameter(7, idleEnd(SessionKind.REMEMBERED, now))
        .setParameter(8, idleEnd(SessionKind.OFFLINE, now));
  }

  private OffsetDateTime idleEnd(SessionKind kind, Instant now) {
    return settings.of(kind).idleEnd(now).atOffset(ZoneOffset.UTC);
  }

  private RuntimeException endReused(Session session, Instant now) {
    sessions.revoke(session, EndReason.REUSE, now);
    events.tell(new RefreshTokenReused(session.id(), session.accountId()));
    return Problem.TOKEN_REUSED.refusal();
  }
}
