package dev.signet.planted.login;

import jakarta.inject.Inject;

/** One more than a bean may be given. */
public class InjectsSix {
  @Inject Runnable first;
  @Inject Runnable second;
  @Inject Runnable third;
  @Inject Runnable fourth;
  @Inject Runnable fifth;
  @Inject Runnable sixth;
}
