package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.audit.SecurityEvents;
import dev.signet.event.SecurityEvent;
import dev.signet.revocation.EndReason;
import dev.signet.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Tells every node which tokens are good no more, and observers what has become of sessions. */
@ApplicationScoped
class SessionNews {

  @Inject Revocations revocations;
  @Inject SecurityEvents events;
  @Inject Event<LiveSession.Ended> ends;

  /** No access token of a session is good any more. */
  void ended(Session session, EndReason because, Instant now) {
    revocations.addForSession(session.accountId(), session.id(), because, now);
  }

  /** No access token that an account has been given up to now is good any more. */
  void outdated(Account account, EndReason because, Instant now) {
    revocations.addForAccount(account.id(), account.outdateTokens(), because, now);
  }

  /**
   * Logins have ended that clients have used.
   *
   * @param sessions what the clients have of them
   */
  void endedFor(List<Session> sessions) {
    sessions.stream()
        .collect(Collectors.groupingBy(session -> session.parentId().orElseThrow()))
        .forEach((login, ofClients) -> ends.fire(ended(login, ofClients)));
  }

  private static LiveSession.Ended ended(String login, List<Session> ofClients) {
    return new LiveSession.Ended(
        login,
        ofClients.get(0).accountId(),
        ofClients.stream()
            .flatMap(session -> session.clientId().stream())
            .collect(Collectors.toSet()));
  }

  /** Tells observers of all that a transaction has done: the last thing that it does. */
  void tellAll(List<SecurityEvent> all) {
    events.tellAll(all);
  }

  /** Tells observers: the last thing that a transaction does. */
  void tell(SecurityEvent event) {
    events.tell(event);
  }
}
