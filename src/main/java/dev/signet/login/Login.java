package dev.signet.login;

import dev.signet.account.Account;
import dev.signet.account.AccountSettings;
import dev.signet.account.Credentials;
import dev.signet.origin.Origin;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.token.IssuedTokens;
import dev.signet.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The login by a password, for the JSON API and for the page. */
@ApplicationScoped
class Login {

  @Inject AccountSettings settings;
  @Inject Credentials credentials;
  @Inject Tokens tokens;
  @Inject RequestOrigin origin;

  /**
   * Opens a session for who gives the right password, and has the device remember it.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NO_ACTIVE_ACCOUNT}, or why the
   *     account may not log in where that is to be told; {@link Problem#THROTTLED} or {@link
   *     Problem#BUSY}
   */
  IssuedTokens with(LoginRequest request) {
    Origin from = origin.origin();
    Account account =
        settings.revealState()
            ? credentials.authenticateCandidly(request.identifier(), request.password(), from)
            : credentials.authenticate(request.identifier(), request.password(), from);
    origin.remember(credentials.deviceAfter(account, from));
    return tokens.issueFor(account, from, request.kind());
  }
}
