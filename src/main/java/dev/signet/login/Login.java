package dev.signet.login;

import dev.signet.account.Account;
import dev.signet.account.AccountSettings;
import dev.signet.account.Credentials;
import dev.signet.account.LoginPolicy;
import dev.signet.origin.Origin;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.token.AccessToken;
import dev.signet.token.IssuedTokens;
import dev.signet.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The login by a password, for the JSON API and for the page. */
@ApplicationScoped
class Login {

  @Inject AccountSettings settings;
  @Inject LoginPolicy policy;
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
    return tokens.issueFor(proven(request, from), from, request.kind());
  }

  /**
   * Has the session of a browser go on for who gives the right password of its account; for anybody
   * else, or where it has ended, it opens one as {@link #with} does.
   *
   * @throws dev.signet.problem.ProblemException as there
   */
  IssuedTokens confirming(String session, LoginRequest request) {
    Origin from = origin.origin();
    Account account = proven(request, from);
    return tokens
        .confirm(session, account, from)
        .orElseGet(() -> tokens.issueFor(account, from, request.kind()));
  }

  /** By which name somebody logs in who is logged in. */
  String usernameOf(AccessToken token) {
    return policy.usable(token.accountId()).username();
  }

  private Account proven(LoginRequest request, Origin from) {
    Account account =
        settings.revealState()
            ? credentials.authenticateCandidly(request.identifier(), request.password(), from)
            : credentials.authenticate(request.identifier(), request.password(), from);
    origin.remember(credentials.deviceAfter(account, from));
    return account;
  }
}
