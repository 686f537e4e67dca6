package dev.signet.authorize;

import dev.signet.account.LoginPolicy;
import dev.signet.cookie.TokenCookies;
import dev.signet.token.AccessToken;
import dev.signet.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The login that a browser shows. */
@ApplicationScoped
class ShownLogin {

  @Inject Caller caller;
  @Inject TokenCookies cookies;
  @Inject LoginPolicy policy;

  /** The token that it is known by; a program's is none. */
  Optional<AccessToken> token() {
    return caller.token().filter(token -> caller.cameByCookie());
  }

  /**
   * The same where its account may log in with it to a client. Another node may have disabled or
   * deleted that just now, and each page would send the person to the next for as long as this one
   * has not heard of it; or a rule has come to say no, and the client would send him here again.
   */
  Optional<AccessToken> usable() {
    return token().filter(token -> policy.wouldReadmit(token.accountId()));
  }

  /** Whether there is none now, and the browser may get one by what it keeps. */
  boolean isRenewable() {
    return token().isEmpty() && cookies.areShown();
  }
}
