package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.account.Credentials;
import dev.signet.origin.Origin;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.session.SessionKind;
import dev.signet.token.IssuedTokens;
import dev.signet.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The login of who has just signed up, or proven his address. */
@ApplicationScoped
public class FirstLogin {

  @Inject Tokens tokens;
  @Inject Credentials credentials;
  @Inject RequestOrigin origin;

  /**
   * Opens a session, and has the device remember it.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT} when the account
   *     may not log in
   */
  public IssuedTokens of(Account account, SessionKind kind) {
    Origin from = origin.origin();
    IssuedTokens issued = tokens.issueFor(account, from, kind);
    origin.remember(credentials.deviceAfter(account, from));
    return issued;
  }
}
