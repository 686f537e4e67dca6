package dev.signet.profile;

import dev.signet.account.Account;
import dev.signet.account.LoginPolicy;
import dev.signet.consent.Consents;
import dev.signet.page.Pages;
import dev.signet.session.Sessions;
import dev.signet.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** All that the page of an account shows. */
@ApplicationScoped
class AccountFacts {

  @Inject Caller caller;
  @Inject LoginPolicy policy;
  @Inject Sessions sessions;
  @Inject Consents consents;
  @Inject Pages pages;

  /** The caller's account, as it is now. */
  Account account() {
    return policy.usable(caller.required().accountId());
  }

  /**
   * The model of the page.
   *
   * @param done what was changed just now
   */
  Map<String, ?> of(Account account, String done) {
    Map<String, Object> model = new HashMap<>();
    model.put("username", account.username());
    model.put("email", account.email());
    model.put("verified", account.emailVerifiedAt().isPresent());
    model.put("name", account.name());
    model.put("typed", Map.of("name", account.name()));
    model.put("done", Done.of(done));
    model.put("sessions", sessions(account.id(), pages.language()));
    model.put("applications", applications(account.id(), pages.language()));
    return model;
  }

  private List<SessionEntry> sessions(UUID accountId, Locale language) {
    String current = caller.required().sessionId();
    return sessions.aliveOf(accountId).stream()
        .map(session -> SessionEntry.of(session, current, language))
        .toList();
  }

  private List<ApplicationEntry> applications(UUID accountId, Locale language) {
    return consents.of(accountId).stream()
        .map(allowed -> ApplicationEntry.of(allowed, language))
        .toList();
  }
}
