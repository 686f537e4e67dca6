package dev.signet.audit;

/**
 * Where the chain ends, and where it begins since what is older was removed.
 *
 * @param seq the number of its last record; 0 before the first
 * @param hash that record's
 * @param anchorSeq the number of the last record that was removed; 0 where none was
 * @param anchorHash that record's
 * @param mac of all of these; empty before there is a key
 */
record AuditHead(long seq, String hash, long anchorSeq, String anchorHash, String mac) {

  /** Of an audit that nothing was written to yet. */
  static final AuditHead EMPTY = new AuditHead(0, "", 0, "", "");

  /** Whether only we have written it. */
  boolean isGenuine(AuditChain chain) {
    return mac.equals(chain.mac(this));
  }

  /** The head after one record more. One that was tampered with stays so. */
  AuditHead after(AuditEvent record, AuditChain chain) {
    return new AuditHead(record.seq(), record.hash(), anchorSeq, anchorHash, mac)
        .signedAs(this, chain);
  }

  /** The head without the records up to this one. */
  AuditHead without(AuditEvent last, AuditChain chain) {
    return new AuditHead(seq, hash, last.seq(), last.hash(), mac).signedAs(this, chain);
  }

  /** The head, with a MAC of what it says. */
  AuditHead signed(AuditChain chain) {
    return new AuditHead(seq, hash, anchorSeq, anchorHash, chain.mac(this));
  }

  private AuditHead signedAs(AuditHead before, AuditChain chain) {
    return before.isGenuine(chain) ? signed(chain) : this;
  }
}
