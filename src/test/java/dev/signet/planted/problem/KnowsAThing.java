package dev.signet.planted.problem;

import dev.signet.planted.account.Account;

/** Ground that knows a thing. */
public class KnowsAThing {
  void tell(Account account) {}
}
