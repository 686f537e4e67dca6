package dev.signet.session;

import dev.signet.account.Account;
import java.time.Instant;

/**
 * A session together with whose it is and when that was so: all that new tokens are made from.
 *
 * @param at the instant that its tokens are of: never after the session was found alive, so that a
 *     revocation outlasts them
 */
public record LiveSession(Session session, Account account, Instant at) {

  /** A session whose tokens are of its latest refresh: each time the same. */
  public LiveSession(Session session, Account account) {
    this(session, account, session.refreshedAt());
  }

  /** The same session, for further tokens. */
  LiveSession at(Instant now) {
    return new LiveSession(session, account, now);
  }
}
