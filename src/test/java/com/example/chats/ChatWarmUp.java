package com.example.chats;

import dev.signet.event.AccountEvent.AccountDeleted;
import dev.signet.event.AccountEvent.AccountDisabled;
import dev.signet.event.LoginSucceeded;
import dev.signet.event.SecurityEvent;
import dev.signet.event.SessionEnded;
import dev.signet.event.SessionsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Fetches the latest chats of who logs in, beside the login: it neither waits for them nor fails
 * with them. Forgets them when a session of his ends.
 */
@ApplicationScoped
public class ChatWarmUp {

  static final int MOST_CHATS = 20;

  /** A store that hangs holds no more threads of the server than this. */
  private static final int AT_ONCE = 4;

  private final Semaphore free = new Semaphore(AT_ONCE);

  @Inject ChatStore store;
  @Inject RecentChats recent;

  /** Before the answer to the login, and so before anything that could end its session. */
  void expect(@Observes LoginSucceeded login) {
    recent.expect(login.accountId());
  }

  /** Who comes while too many are waiting does without. */
  void fetch(@ObservesAsync LoginSucceeded login) throws InterruptedException {
    if (!free.tryAcquire()) {
      return;
    }
    try {
      UUID account = login.accountId();
      recent.fill(account, store.latest(account, MOST_CHATS));
    } finally {
      free.release();
    }
  }

  void forget(@Observes SecurityEvent event) {
    if (event instanceof SessionEnded
        || event instanceof SessionsEnded
        || event instanceof AccountDisabled
        || event instanceof AccountDeleted) {
      event.account().ifPresent(recent::forget);
    }
  }
}
