package dev.signet.planted.login;

import jakarta.inject.Inject;

/** One more, hidden in a superclass. */
public class InheritsItsSixth extends InjectsFive {
  @Inject Runnable sixth;
}
