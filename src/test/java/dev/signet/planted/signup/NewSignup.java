package dev.signet.planted.signup;

/** What others should not know, within a flow that may. */
public class NewSignup {
  void tell(ReturnsAnEntityResource own) {}
}
