package dev.signet.session;

import dev.signet.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Finds and adds revocations. */
@ApplicationScoped
class Revocations {

  @PersistenceContext EntityManager entities;
  @Inject Event<Revocation> revoked;

  /** Adds one; this node applies it as soon as it is committed. */
  void add(Revocation revocation) {
    entities.persist(revocation);
    revoked.fire(revocation);
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
}
