package dev.signet.audit;

import java.util.List;

/** Follows the chain from where it begins, record by record. */
final class AuditWalk {

  private final AuditChain chain;
  private long seq;
  private String hash;

  AuditWalk(AuditChain chain, AuditHead head) {
    this.chain = chain;
    this.seq = head.anchorSeq();
    this.hash = head.anchorHash();
  }

  /** The number of the last record that was in its place. */
  long seq() {
    return seq;
  }

  /** That record's hash. */
  String hash() {
    return hash;
  }

  /** Goes on over a record. Returns whether it is the next; if not, the walk stays where it is. */
  boolean follows(AuditEvent record) {
    boolean next = record.seq() == seq + 1 && belongsNext(record);
    if (next) {
      seq = record.seq();
      hash = record.hash();
    }
    return next;
  }

  /** The same over many, as far as they are next. */
  boolean follows(List<AuditEvent> records) {
    return records.stream().allMatch(this::follows);
  }

  /** Whether a record was made for the next place, wherever it stands now. */
  boolean belongsNext(AuditEvent record) {
    return chain.hash(hash, seq + 1, record).equals(record.hash());
  }
}
