package dev.signet.planted.login;

import jakarta.inject.Inject;

/** As much as a bean may be given. */
public class InjectsFive {
  @Inject Runnable first;
  @Inject Runnable second;
  @Inject Runnable third;
  @Inject Runnable fourth;
  @Inject Runnable fifth;
}
