package dev.signet.planted.signup;

import dev.signet.platform.Refusal;
import jakarta.transaction.Transactional;

/** A transaction in a flow. */
public class WritesInAFlow {
  @Transactional(dontRollbackOn = Refusal.class)
  void add() {}
}
