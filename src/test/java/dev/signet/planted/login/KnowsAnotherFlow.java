package dev.signet.planted.login;

import dev.signet.planted.signup.NewSignup;

/** A flow that knows another. */
public class KnowsAnotherFlow {
  void tell(NewSignup signup) {}
}
