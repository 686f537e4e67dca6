package dev.signet.cookie;

import dev.signet.origin.RequestActor;
import dev.signet.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Refuses what another site has a browser send (<a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">CSRF</a>,
 * ASVS 5.0 3.5.1).
 */
@ApplicationScoped
public class Forgeries {

  /** Where a script shows the token; other sites' scripts may not set a header of that name. */
  public static final String HEADER = "X-CSRF-Token";

  /** Where a form shows it. */
  public static final String FIELD = "csrf_token";

  /** Of what may be one. In characters. */
  public static final int LONGEST = 64;

  @Inject HttpServletRequest request;
  @Inject CookieSettings settings;
  @Inject CsrfTokens tokens;
  @Inject RequestActor actor;

  /** The token for a form of the session at hand; empty where there is none. */
  public String token() {
    return actor.sessionId().map(tokens::of).orElse("");
  }

  /** The token of a session. */
  public String token(String sessionId) {
    return tokens.of(sessionId);
  }

  /**
   * Refuses a request that comes from a page of another site.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#CSRF_FAILED}
   */
  public void refuseForeign() {
    if (RequestSource.of(request, settings.issuer()) == RequestSource.FOREIGN) {
      throw Problem.CSRF_FAILED.refusal();
    }
  }

  /**
   * Refuses a request that comes from elsewhere, or without the token of the session that a cookie
   * shows.
   *
   * @param field what a form says
   * @throws dev.signet.problem.ProblemException {@link Problem#CSRF_FAILED}
   */
  public void refuseUnproven(String sessionId, Optional<String> field) {
    refuseForeign();
    if (!isProven(sessionId, field)) {
      throw Problem.CSRF_FAILED.refusal();
    }
  }

  /**
   * Whether a request shows the token of a session.
   *
   * @param field what a form says
   */
  public boolean isProven(String sessionId, Optional<String> field) {
    return Optional.ofNullable(request.getHeader(HEADER))
        .or(() -> field)
        .filter(shown -> tokens.isOf(sessionId, shown))
        .isPresent();
  }
}
