package com.example.chats;

import dev.signet.event.AccountEvent.AccountDeleted;
import dev.signet.event.InTransaction;
import dev.signet.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts that a court wants kept: whoever deletes one is refused, and nothing has changed. */
@ApplicationScoped
public class LegalHold {

  private final Set<UUID> held = ConcurrentHashMap.newKeySet();

  void hold(UUID account) {
    held.add(account);
  }

  void refuse(@Observes InTransaction happening) {
    if (happening.event() instanceof AccountDeleted gone && held.contains(gone.accountId())) {
      throw Problem.PERMISSION_DENIED.refusal();
    }
  }
}
