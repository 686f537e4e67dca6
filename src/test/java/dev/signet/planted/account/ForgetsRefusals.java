package dev.signet.planted.account;

import jakarta.transaction.Transactional;

/** A transaction that does not say what a refusal does. */
public class ForgetsRefusals {
  @Transactional
  void add() {}
}
