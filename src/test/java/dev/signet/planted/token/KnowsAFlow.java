package dev.signet.planted.token;

import dev.signet.planted.signup.NewSignup;

/** A thing that knows a flow. */
public class KnowsAFlow {
  void tell(NewSignup[] signups) {}
}
