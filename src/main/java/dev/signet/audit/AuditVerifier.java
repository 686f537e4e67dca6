package dev.signet.audit;

import dev.signet.audit.AuditEvents.StoredHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Says whether the audit is what was written, or which record is the first that is not. It reads
 * all of them, page by page, and may run beside what appends and removes.
 */
@ApplicationScoped
public class AuditVerifier {

  private static final int PAGE = 1000;

  @Inject AuditEvents events;
  @Inject AuditKey key;

  /** What can be wrong. */
  public enum Flaw {
    /** The record does not say what was written. */
    EDITED,
    /** There is no such record any more. */
    MISSING,
    /** The record was written, and stands elsewhere now. */
    MOVED,
    /** There is a record that nobody has written, before the first or after the last. */
    ADDED,
    /** {@code audit_head} is not what was written: records may be missing at either end. */
    HEAD_EDITED,
    /** {@code audit_head} has another key, or one that the secret does not open. */
    FOREIGN_KEY
  }

  /**
   * What is wrong first.
   *
   * @param seq the number of the record; 0 where it is the key
   */
  public record Finding(long seq, Flaw flaw) {}

  /**
   * What was found.
   *
   * @param last the number of the last record that is as it was written; 0 where none is
   * @param hash that record's, to compare with the line of the log that has the number
   * @param finding empty where all is as it was written
   */
  public record Verdict(long last, String hash, Optional<Finding> finding) {

    /** Whether all is as it was written. */
    public boolean isGood() {
      return finding.isEmpty();
    }
  }

  /** Verifies all that there is. */
  public Verdict verify() {
    StoredHead stored = events.head();
    Verdict verdict = verify(stored);
    while (!verdict.isGood() && wasMovedSince(stored)) {
      stored = events.head();
      verdict = verify(stored);
    }
    return verdict;
  }

  /** The hash of a record, to compare with the log's; empty where it is not there (any more). */
  public Optional<String> hashOf(long seq) {
    return events.after(seq - 1, 1).stream()
        .filter(record -> record.seq() == seq)
        .map(AuditEvent::hash)
        .findFirst();
  }

  /** What was removed by the clock meanwhile is not missing. */
  private boolean wasMovedSince(StoredHead stored) {
    AuditHead now = events.head().head();
    return now.anchorSeq() != stored.head().anchorSeq() && now.isGenuine(key.chain());
  }

  private Verdict verify(StoredHead stored) {
    AuditHead head = stored.head();
    AuditWalk walk = new AuditWalk(key.chain(), head);
    Optional<Finding> finding =
        key.isStoredAs(stored.sealedKey())
            ? followed(walk, head).or(() -> stray()).or(() -> edited(head))
            : Optional.of(new Finding(0, Flaw.FOREIGN_KEY));
    return new Verdict(walk.seq(), walk.hash(), finding);
  }

  private Optional<Finding> followed(AuditWalk walk, AuditHead head) {
    while (walk.seq() < head.seq()) {
      List<AuditEvent> page =
          events.after(walk.seq(), PAGE).stream()
              .filter(record -> record.seq() <= head.seq())
              .toList();
      if (page.isEmpty() || !walk.follows(page)) {
        return Optional.of(flaw(walk));
      }
    }
    return walk.hash().equals(head.hash()) ? Optional.empty() : wrong(head);
  }

  private Finding flaw(AuditWalk walk) {
    long seq = walk.seq() + 1;
    if (stands(walk)) {
      return new Finding(seq, Flaw.MOVED);
    }
    return new Finding(seq, hashOf(seq).isPresent() ? Flaw.EDITED : Flaw.MISSING);
  }

  /** Whether the record that the walk looks for is anywhere behind its place. */
  private boolean stands(AuditWalk walk) {
    long from = walk.seq();
    List<AuditEvent> page = events.after(from, PAGE);
    while (!page.isEmpty()) {
      if (page.stream().anyMatch(walk::belongsNext)) {
        return true;
      }
      from = page.get(page.size() - 1).seq();
      page = events.after(from, PAGE);
    }
    return false;
  }

  private Optional<Finding> stray() {
    return events.stray().map(seq -> new Finding(seq, Flaw.ADDED));
  }

  private Optional<Finding> edited(AuditHead head) {
    return head.isGenuine(key.chain()) ? Optional.empty() : wrong(head);
  }

  private static Optional<Finding> wrong(AuditHead head) {
    return Optional.of(new Finding(head.seq(), Flaw.HEAD_EDITED));
  }
}
