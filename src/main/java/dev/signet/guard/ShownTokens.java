package dev.signet.guard;

import dev.signet.cookie.TokenCookies;
import dev.signet.delivery.BrowserLogin;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.token.AccessToken;
import dev.signet.token.IssuedTokens;
import dev.signet.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds the token that a request shows: in the header, or else in a browser's cookie. */
@ApplicationScoped
class ShownTokens {

  @Inject BearerHeader header;
  @Inject TokenCookies cookies;
  @Inject Tokens tokens;
  @Inject BrowserLogin browser;
  @Inject RequestOrigin origin;

  /**
   * A bearer token that was verified.
   *
   * @param text as the container is to see it
   */
  record Shown(String text, AccessToken token) {

    /** Whether another application was given it. */
    boolean isOfClient() {
      return token.clientId().isPresent();
    }

    /** Shows no token, wherever it is printed. */
    @Override
    public String toString() {
      return "Shown[" + token.sessionId() + "]";
    }
  }

  /**
   * The token of the header; empty for a request without one.
   *
   * @throws dev.signet.problem.ProblemException when it is no good, and why
   */
  Optional<Shown> inHeader(HttpServletRequest request) {
    Optional<Shown> shown = header.token(request).map(this::verified);
    if (shown.filter(one -> !one.token().isForOurApi()).isPresent()) {
      throw Problem.INSUFFICIENT_SCOPE.refusal(AccessToken.EVERYTHING);
    }
    return shown;
  }

  /** Whether a browser shows one by itself. */
  boolean isInCookie() {
    return cookies.access().isPresent();
  }

  /**
   * The token of the cookie. Where it is all that the browser keeps, one that has expired is
   * replaced.
   *
   * @throws dev.signet.problem.ProblemException when it is no good, and why
   */
  Shown inCookie() {
    try {
      return ofOurs(verified(cookies.access().orElseThrow(Problem.NOT_AUTHENTICATED::refusal)));
    } catch (ProblemException refusal) {
      if (!cookies.areRenewedByServer() || !refusal.isBecause(Problem.TOKEN_EXPIRED)) {
        throw refusal;
      }
      return browser
          .renew(origin.activity())
          .map(IssuedTokens::access)
          .map(this::verified)
          .orElseThrow(() -> refusal);
    }
  }

  /** What an application was given is no login of a browser, whatever it allows. */
  private static Shown ofOurs(Shown shown) {
    if (shown.isOfClient()) {
      throw Problem.TOKEN_INVALID.refusal();
    }
    return shown;
  }

  private Shown verified(String text) {
    return new Shown(text, tokens.authenticate(text));
  }
}
