package dev.signet.planted.account;

import jakarta.transaction.Transactional;

/** Transactions that commit on something else. */
@Transactional(dontRollbackOn = IllegalStateException.class)
public class RollsBackOnRefusals {}
