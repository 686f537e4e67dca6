package dev.signet.audit;

import dev.signet.event.SecurityEvent;
import dev.signet.origin.Trace;
import dev.signet.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Appends and finds the records of the audit, and removes the oldest. */
@ApplicationScoped
public class AuditEvents {

  private static final System.Logger LOG = System.getLogger(AuditEvents.class.getName());

  private static final String HEAD =
      "select seq, hash, anchor_seq, anchor_hash, mac, sealed_key from audit_head where id = 1";

  @PersistenceContext EntityManager entities;
  @Inject AuditChain chain;
  @Inject Clock clock;

  /** The head, and its key as it is stored. */
  record StoredHead(AuditHead head, @Nullable String sealedKey) {}

  /**
   * Appends the record of an event to the chain, in the transaction at hand. From here to its end
   * all others that append wait, on every node: what the transaction has changed is written before,
   * so that it waits for nobody itself.
   */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = Refusal.class)
  AuditEvent append(SecurityEvent event, Trace trace) {
    entities.flush();
    AuditHead head = lockHead();
    if (!head.isGenuine(chain)) {
      LOG.log(System.Logger.Level.ERROR, "Somebody has edited audit_head: verify the audit");
    }
    AuditEvent record = new AuditEvent(event, trace, clock.instant());
    long seq = head.seq() + 1;
    record.linked(seq, chain.hash(head.hash(), seq, record));
    entities.persist(record);
    entities.flush();
    write(head.after(record, chain));
    return record;
  }

  /** The records after a number, in their order; at most so many. */
  @Transactional(dontRollbackOn = Refusal.class)
  List<AuditEvent> after(long seq, int most) {
    return entities
        .createNamedQuery("AuditEvent.after", AuditEvent.class)
        .setParameter("seq", seq)
        .setMaxResults(most)
        .getResultList();
  }

  /** Where the chain ends and begins. */
  @Transactional(dontRollbackOn = Refusal.class)
  StoredHead head() {
    Object[] row = (Object[]) entities.createNativeQuery(HEAD).getSingleResult();
    return new StoredHead(head(row), (String) row[5]);
  }

  /** A record that is not where the chain is; in one statement, since others append and remove. */
  @Transactional(dontRollbackOn = Refusal.class)
  Optional<Long> stray() {
    List<?> found =
        entities
            .createNativeQuery(
                """
                select e.seq from audit_event e, audit_head h
                where h.id = 1 and (e.seq > h.seq or e.seq <= h.anchor_seq)
                order by e.seq fetch first 1 rows only\
                """)
            .getResultList();
    return found.stream().map(seq -> ((Number) seq).longValue()).findFirst();
  }

  /**
   * Removes the oldest records, as long as they are of before {@code then}. Returns how many. Those
   * that somebody has tampered with stay, and all after them.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  int purge(Instant then, int most) {
    if (after(0, 1).stream().noneMatch(oldest -> oldest.happenedAt().isBefore(then))) {
      return 0;
    }
    AuditHead head = lockHead();
    List<AuditEvent> old =
        after(head.anchorSeq(), most).stream()
            .takeWhile(record -> record.happenedAt().isBefore(then))
            .toList();
    if (old.isEmpty() || !new AuditWalk(chain, head).follows(old)) {
      LOG.log(System.Logger.Level.ERROR, "Records of the audit do not verify, and are not removed");
      return 0;
    }
    AuditEvent last = old.get(old.size() - 1);
    entities
        .createQuery("delete from AuditEvent e where e.seq <= :last")
        .setParameter("last", last.seq())
        .executeUpdate();
    write(head.without(last, chain));
    return old.size();
  }

  private AuditHead lockHead() {
    return head((Object[]) entities.createNativeQuery(HEAD + " for update").getSingleResult());
  }

  private static AuditHead head(Object[] row) {
    return new AuditHead(
        ((Number) row[0]).longValue(),
        (String) row[1],
        ((Number) row[2]).longValue(),
        (String) row[3],
        Objects.requireNonNullElse((String) row[4], ""));
  }

  private void write(AuditHead head) {
    entities
        .createNativeQuery(
            "update audit_head set seq = ?1, hash = ?2, anchor_seq = ?3, anchor_hash = ?4, mac = ?5"
                + " where id = 1")
        .setParameter(1, head.seq())
        .setParameter(2, head.hash())
        .setParameter(3, head.anchorSeq())
        .setParameter(4, head.anchorHash())
        .setParameter(5, head.mac())
        .executeUpdate();
  }
}
