package dev.signet.planted.account;

import dev.signet.platform.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The plural of an entity, as it should be. */
public class Accounts {
  @PersistenceContext EntityManager entities;

  @Transactional(dontRollbackOn = {IllegalStateException.class, Refusal.class})
  void add(Account account) {
    Runnable later =
        new Runnable() {
          @Override
          public void run() {
            entities.persist(account);
          }
        };
    later.run();
  }
}
