package dev.signet.planted.audit;

import dev.signet.planted.client.KnowsAudit;

/** One half of a cycle. */
public class KnowsClient {
  void tell(KnowsAudit other) {}
}
