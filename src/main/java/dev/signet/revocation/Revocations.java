package dev.signet.revocation;

import dev.signet.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Finds, adds and removes revocations. */
@ApplicationScoped
public class Revocations {

  @PersistenceContext EntityManager entities;
  @Inject RevocationSettings settings;
  @Inject Event<Revocation> revoked;

  /** No access token of a session is good any more; this node knows as soon as it is committed. */
  public void addForSession(UUID accountId, String sessionId, EndReason because, Instant now) {
    add(Revocation.ofSession(accountId, sessionId, because, now.plus(settings.tokenHorizon())));
  }

  /** No access token that is of an earlier version of its account is good any more. */
  public void addForAccount(UUID accountId, int version, EndReason because, Instant now) {
    add(Revocation.ofAccount(accountId, version, because, now.plus(settings.tokenHorizon())));
  }

  /**
   * Removes some of those that can concern no token any more. Returns how many; other nodes may do
   * the same at the same time.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public int purge(Instant now, int most) {
    return entities
        .createNativeQuery(
            """
            delete from revocation where seq in (select seq from revocation
              where expires_at <= ?1 order by expires_at fetch first ?2 rows only
              for update skip locked)\
            """)
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .setParameter(2, most)
        .executeUpdate();
  }

  /** Those numbered above {@code seq} that could still concern a token. */
  @Transactional(dontRollbackOn = Refusal.class)
  List<Revocation> after(long seq, Instant now) {
    return entities
        .createQuery(
            "select r from Revocation r where r.seq > :seq and r.expiresAt > :now order by r.seq",
            Revocation.class)
        .setParameter("seq", seq)
        .setParameter("now", now)
        .getResultList();
  }

  private void add(Revocation revocation) {
    entities.persist(revocation);
    revoked.fire(revocation);
  }
}
