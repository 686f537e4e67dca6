package dev.signet.session;

import dev.signet.account.LoginPolicy;
import dev.signet.audit.RefreshTokenReused;
import dev.signet.audit.SecurityEvents;
import dev.signet.input.Activity;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.revocation.EndReason;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** The refresh protocol: decides what comes of a refresh token, by the generation it names. */
@ApplicationScoped
public class Rotation {

  private static final System.Logger LOG = System.getLogger(Rotation.class.getName());

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
    boolean advanced = sessions.advance(id, generation, activity, now);
    LiveSession live = sessions.find(id);
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
    boolean extended = sessions.extend(id, generation, now);
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
   * Changes nothing.
   *
   * @throws dev.signet.problem.ProblemException when {@link #refresh} would refuse, and why
   */
  public void refuseUnlessRefreshable(String id, int generation) {
    allowed(sessions.find(id), generation, clock.instant());
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
      throw Problem.NO_ACCOUNT_FOR_TOKEN.refusal();
    }
    return live;
  }

  private RuntimeException endReused(Session session, Instant now) {
    sessions.revoke(session, EndReason.REUSE, now);
    events.tell(new RefreshTokenReused(session.id(), session.accountId()));
    LOG.log(
        System.Logger.Level.WARNING,
        "Refresh token reused: session {0} ended, account {1}",
        session.id(),
        session.accountId());
    return Problem.TOKEN_REUSED.refusal();
  }
}
