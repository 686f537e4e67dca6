package dev.signet.profile;

import dev.signet.client.RegisteredClients;
import dev.signet.consent.Consents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The clients that people have allowed something. */
@ApplicationScoped
class Applications {

  @Inject Consents consents;
  @Inject RegisteredClients clients;

  /** Those of an account, the one allowed last first. */
  List<ApplicationEntry> of(UUID accountId, Locale language) {
    return consents.of(accountId).stream()
        .map(one -> ApplicationEntry.of(one, clients.nameOf(one.clientId()), language))
        .toList();
  }
}
