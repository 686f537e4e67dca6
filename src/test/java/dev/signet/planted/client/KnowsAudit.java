package dev.signet.planted.client;

import dev.signet.planted.audit.KnowsClient;

/** The other half of a cycle. */
public class KnowsAudit {
  void tell(KnowsClient other) {}
}
