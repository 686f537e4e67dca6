package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.event.LoginSucceeded;
import dev.signet.event.SecurityEvent;
import dev.signet.event.SessionEnded;
import dev.signet.origin.Origin;
import dev.signet.revocation.EndReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A session together with whose it is and when that was so: all that new tokens are made from.
 *
 * @param at the instant that its tokens are of: never after the session was found alive, so that a
 *     revocation outlasts them
 */
public record LiveSession(Session session, Account account, Instant at) {

  /**
   * A session that was opened, of which nobody has been told yet.
   *
   * @param ended those that were ended for it
   */
  public record Opened(LiveSession live, List<Session> ended) {

    public Opened {
      ended = List.copyOf(ended);
    }

    /** What there is to tell of the sessions that were ended for it. */
    List<SessionEnded> ends() {
      return ended.stream()
          .map(one -> new SessionEnded(one.id(), one.accountId(), EndReason.SESSION_LIMIT))
          .toList();
    }

    /** What there is to tell: of the sessions that were ended for it, and of the login. */
    List<SecurityEvent> events() {
      List<SecurityEvent> events = new ArrayList<>(ends());
      Session session = live.session();
      events.add(live.loginFrom(new Origin(session.ip(), session.userAgent())));
      return events;
    }
  }

  /**
   * What is fired within the transaction that ends the login of a browser.
   *
   * @param sessionId of the browser
   * @param clients that the login was used for: those that it has outlasted too
   */
  public record Ended(String sessionId, UUID accountId, Set<String> clients) {

    public Ended {
      clients = Set.copyOf(clients);
    }
  }

  /** A session whose tokens are of its latest refresh: each time the same. */
  public LiveSession(Session session, Account account) {
    this(session, account, session.refreshedAt());
  }

  /** The login to it. */
  LoginSucceeded loginFrom(Origin origin) {
    return new LoginSucceeded(account.id(), account.username(), session.id(), origin);
  }

  /** The same session, for further tokens. */
  LiveSession at(Instant now) {
    return new LiveSession(session, account, now);
  }
}
