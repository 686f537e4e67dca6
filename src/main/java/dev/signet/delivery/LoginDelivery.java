package dev.signet.delivery;

import dev.signet.cookie.CookieSettings;
import dev.signet.cookie.Forgeries;
import dev.signet.input.Fields;
import dev.signet.problem.Problem;
import dev.signet.session.SessionKind;
import dev.signet.token.IssuedTokens;
import dev.signet.token.LoginAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Gives the tokens of a login to a client of the JSON API: in the body, or in cookies. */
@ApplicationScoped
public class LoginDelivery {

  @Inject CookieSettings settings;
  @Inject Forgeries forgeries;
  @Inject BrowserLogin browser;

  /**
   * What kind of session a login is to open; before there is one.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#CSRF_FAILED} where another site
   *     would have a browser keep the tokens of a login of its own
   */
  public SessionKind kind(Fields fields) {
    if (!settings.inAnswers()) {
      return SessionKind.asked(fields);
    }
    forgeries.refuseForeign();
    return SessionKind.ofBrowser(fields);
  }

  /** Whether a client that shows no token in the body has it in cookies, or should. */
  public boolean isInCookies() {
    return settings.inAnswers() || browser.isKept();
  }

  /** The answer to a login. */
  public JsonObject answer(IssuedTokens issued) {
    if (!settings.inAnswers()) {
      return LoginAnswer.of(issued);
    }
    browser.start(issued);
    return answerInCookies(issued);
  }

  /** The answer to a browser that keeps the tokens. */
  public JsonObject answerInCookies(IssuedTokens issued) {
    return LoginAnswer.besideCookies(issued, forgeries.token(issued.sessionId()));
  }
}
