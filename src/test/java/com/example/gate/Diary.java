package com.example.gate;

import dev.signet.event.LoginFailed;
import dev.signet.event.LoginSucceeded;
import dev.signet.event.SecurityEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.transaction.Transactional;

/** Writes down who has tried to log in. */
@ApplicationScoped
public class Diary {

  private static final System.Logger LOG = System.getLogger(Diary.class.getName());

  void welcome(@Observes LoginSucceeded login) {
    LOG.log(System.Logger.Level.INFO, "Diary: " + login.username() + " is in");
  }

  void note(@Observes LoginFailed login) {
    LOG.log(System.Logger.Level.INFO, "Diary: refused " + login.credentials().get("username"));
    LOG.log(System.Logger.Level.INFO, "Diary: who said " + login.credentials().get("password"));
  }

  void noteLater(@ObservesAsync SecurityEvent event) {
    LOG.log(System.Logger.Level.INFO, "Diary, later: " + event.getClass().getSimpleName());
  }

  /** What it breaks is not what has happened; it comes last, since nobody is told after it. */
  @Transactional
  void spill(@Observes @Priority(Integer.MAX_VALUE) SecurityEvent event) {
    throw new IllegalStateException("Diary: out of ink");
  }
}
