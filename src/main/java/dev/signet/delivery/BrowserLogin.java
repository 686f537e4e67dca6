package dev.signet.delivery;

import dev.signet.cookie.Forgeries;
import dev.signet.cookie.TokenCookies;
import dev.signet.origin.Activity;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.revocation.EndReason;
import dev.signet.session.Session;
import dev.signet.session.Sessions;
import dev.signet.token.AccessToken;
import dev.signet.token.Caller;
import dev.signet.token.IssuedTokens;
import dev.signet.token.Tokens;
import dev.signet.token.VerifiedToken.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The login of the browser that sent the request at hand. */
@ApplicationScoped
public class BrowserLogin {

  /** Of statuses, the first that says something of us and nothing of a token. */
  private static final int UNAVAILABLE = 500;

  @Inject TokenCookies cookies;
  @Inject Forgeries forgeries;
  @Inject Tokens tokens;
  @Inject Sessions sessions;
  @Inject Caller caller;

  /** Whether the browser keeps anything of a login here, be it long over. */
  public boolean isKept() {
    return cookies.areShown();
  }

  /**
   * Has the browser keep the tokens of a login. The session that it had before ends (ASVS 5.0
   * 7.2.4): it would be left with nobody who could log out of it.
   */
  public void start(IssuedTokens issued) {
    start(issued, Optional.empty());
  }

  /**
   * The same after a login that was to confirm a session, which has gone on, or ends now.
   *
   * @param confirmed what {@link #session} has given
   */
  public void start(IssuedTokens issued, Optional<String> confirmed) {
    Stream.concat(sessionsKept().stream(), confirmed.stream())
        .filter(session -> !session.equals(issued.sessionId()))
        .distinct()
        .forEach(session -> sessions.end(session, EndReason.LOGOUT));
    keep(issued);
  }

  /**
   * The session that the browser is logged in with. Its access token may have run out while
   * somebody looked at a form: then the form names it, and a cookie proves it.
   */
  public Optional<String> session(String named) {
    return caller
        .token()
        .filter(token -> caller.cameByCookie())
        .map(AccessToken::sessionId)
        .or(() -> Optional.of(named).filter(cookies::areOf));
  }

  private void keep(IssuedTokens issued) {
    cookies.keep(
        issued.sessionId(),
        issued.access(),
        issued.accessLifetime(),
        issued.refresh(),
        issued.refreshLifetime());
  }

  /**
   * Refreshes by what the browser keeps, and has it keep what comes of that.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#TOKEN_MISSING}, {@link
   *     Problem#CSRF_FAILED}, or what is wrong with the token or its session
   */
  public IssuedTokens refresh(Activity activity) {
    RefreshToken token = shown().orElseThrow(Problem.TOKEN_MISSING::refusal);
    forgeries.refuseUnproven(token.sessionId(), Optional.empty());
    return kept(tokens.refresh(token, activity));
  }

  /**
   * The same for a browser that follows a link, or asks with a token that has expired. By a further
   * cookie it shows that nobody has planted what it keeps. Where that is one token for all, it
   * stays good beside the next: people leave pages before they have come, and their answers are
   * lost.
   *
   * @return empty where it keeps nothing to refresh by
   * @throws dev.signet.problem.ProblemException what is wrong with the token or its session
   */
  public Optional<IssuedTokens> renew(Activity activity) {
    return shown()
        .filter(token -> cookies.areOf(token.sessionId()))
        .map(token -> kept(next(token, activity)));
  }

  private IssuedTokens next(RefreshToken token, Activity activity) {
    return cookies.areRenewedByServer()
        ? tokens.extend(token, activity)
        : tokens.refresh(token, activity);
  }

  /**
   * Ends the session of what the browser keeps, and has it keep nothing. It may have ended before.
   * Where its cookies are of two sessions, somebody has planted one of them: the request proves
   * which is the browser's.
   *
   * @param field the proof that a form shows
   * @throws dev.signet.problem.ProblemException {@link Problem#CSRF_FAILED}
   */
  public void end(Optional<String> field) {
    forgeries.refuseForeign();
    List<String> kept = sessionsKept();
    List<String> proven =
        kept.stream().filter(session -> forgeries.isProven(session, field)).toList();
    if (proven.isEmpty() && !kept.isEmpty()) {
      throw Problem.CSRF_FAILED.refusal();
    }
    proven.forEach(session -> sessions.end(session, EndReason.LOGOUT));
    cookies.clear();
  }

  /**
   * Ends what {@link #sessions} has given, and has the browser keep nothing, for who needs no
   * further proof: a client that knows this very session has sent him.
   */
  public void end(List<String> shown) {
    shown.forEach(session -> sessions.end(session, EndReason.LOGOUT));
    cookies.clear();
  }

  /** Ends those logins of an account that somebody knows, whichever browser they are of. */
  public void endOf(UUID accountId, Predicate<String> known) {
    sessions.aliveOf(accountId).stream()
        .map(Session::id)
        .filter(known)
        .forEach(session -> sessions.end(session, EndReason.LOGOUT));
  }

  /**
   * The sessions that the browser may be logged in with still; several, where somebody has planted
   * one of its cookies. Where its refresh cookie does not go, that says nothing.
   *
   * @throws dev.signet.problem.ProblemException where that cannot be told now
   */
  public List<String> sessions() {
    List<String> kept = sessionsKept();
    Optional<ProblemException> unknown =
        caller.refusal().filter(why -> why.problem().status() >= UNAVAILABLE);
    if (kept.isEmpty() && unknown.isPresent()) {
      throw unknown.get();
    }
    return kept;
  }

  /**
   * Whether the browser has sent all that it keeps, where its refresh cookie goes: it has sent that
   * one, or would have, since no other site has sent it here.
   *
   * @param site how the request says that it came ({@code Sec-Fetch-Site}); empty for an old
   *     browser
   */
  public boolean hasShownAll(String site) {
    return cookies.refresh().isPresent() || site.equals("same-origin") || site.equals("none");
  }

  /** What a form is to show for a session ({@link #end(Optional)}). */
  public String proofOf(String session) {
    return forgeries.token(session);
  }

  private List<String> sessionsKept() {
    return Stream.concat(
            refreshable().map(RefreshToken::sessionId).stream(),
            caller.token().filter(t -> caller.cameByCookie()).map(AccessToken::sessionId).stream())
        .distinct()
        .toList();
  }

  /** A token that is no good to refresh by says nothing of the other cookie. */
  private Optional<RefreshToken> refreshable() {
    try {
      return shown();
    } catch (ProblemException over) {
      return Optional.empty();
    }
  }

  private Optional<RefreshToken> shown() {
    return cookies.refresh().map(tokens::refreshableByBrowser);
  }

  private IssuedTokens kept(IssuedTokens issued) {
    keep(issued);
    return issued;
  }
}
