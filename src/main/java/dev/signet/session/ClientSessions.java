package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.account.LoginPolicy;
import dev.signet.event.ClientEvent.TokensIssued;
import dev.signet.event.SecurityEvent;
import dev.signet.origin.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.revocation.EndReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Opens and ends what clients have of the logins of people. */
@ApplicationScoped
public class ClientSessions {

  @Inject Sessions sessions;
  @Inject SessionNews news;
  @Inject SessionSettings settings;
  @Inject LoginPolicy policy;
  @Inject Clock clock;

  /**
   * Opens a session of a client, for the person whose login in a browser is alive. Nobody logs out
   * of that until the transaction ends. Where the client has too many of the account then, those
   * longest unused end. Nobody is told of either before {@link #tell}.
   *
   * @throws dev.signet.problem.ProblemException when that session has ended, or its account may not
   *     log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public LiveSession.Opened open(String browser, ClientLogin login, Origin origin) {
    Account account = policy.readmit(sessions.find(browser).account().id());
    Session parent = sessions.lock(browser).orElseThrow(Problem.NO_ACCOUNT_FOR_TOKEN::refusal);
    Instant now = clock.instant();
    if (!parent.isAlive(now)) {
      throw parent.end().orElse(EndReason.LOGOUT).asRefresh().refusal();
    }
    List<Session> ended = sessions.makeRoom(account.id(), login.clientId(), now);
    LiveSession live = new LiveSession(parent, account, now);
    Session session = Session.ofClient(login, live, origin, settings.of(login.kind()));
    sessions.add(session);
    return new LiveSession.Opened(new LiveSession(session, account), ended);
  }

  /** Tells that a session was opened, last in its transaction: when its tokens are there. */
  public void tell(LiveSession.Opened opened) {
    Session session = opened.live().session();
    List<SecurityEvent> events = new ArrayList<>(opened.ends());
    events.add(
        new TokensIssued(
            session.accountId(),
            session.clientId().orElseThrow(),
            session.id(),
            session.scope().orElse("")));
    news.tellAll(events);
  }

  /** Ends a session for the client that it is of. Returns whether it had been alive. */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean end(String id) {
    return sessions.end(id, EndReason.LOGOUT);
  }

  /**
   * Ends what a client was given of an account that the transaction at hand has locked, as a
   * consequence of what the caller tells. Returns how many of its sessions had not been ended.
   */
  public int endAll(UUID accountId, String clientId, EndReason because) {
    Instant now = clock.instant();
    return (int)
        sessions.unended(accountId).stream()
            .filter(session -> session.clientId().filter(clientId::equals).isPresent())
            .filter(session -> sessions.revoke(session, because, now))
            .count();
  }

  /**
   * What clients have of an account that outlasts its logins and can still be refreshed, the one
   * opened last first.
   */
  public List<Session> offlineOf(UUID accountId) {
    return sessions.offlineOf(accountId);
  }
}
