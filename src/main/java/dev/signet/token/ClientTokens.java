package dev.signet.token;

import dev.signet.account.Account;
import dev.signet.claim.VerifiedClaims;
import dev.signet.client.RegisteredClient;
import dev.signet.oauth.Scope;
import dev.signet.origin.Activity;
import dev.signet.origin.Origin;
import dev.signet.platform.Refusal;
import dev.signet.session.ClientLogin;
import dev.signet.session.ClientSessions;
import dev.signet.session.LiveSession;
import dev.signet.session.Rotation;
import dev.signet.session.Session;
import dev.signet.token.VerifiedToken.GivenToken;
import dev.signet.token.VerifiedToken.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Issues, refreshes and reads the tokens of OAuth clients, which are other applications. */
@ApplicationScoped
public class ClientTokens {

  @Inject ClientSessions sessions;
  @Inject Rotation rotation;
  @Inject TokenMint mint;
  @Inject TokenReader reader;
  @Inject Clock clock;

  /**
   * What the access tokens of a client say of it.
   *
   * @param audience who is to take them (RFC 9068 §2.2)
   * @param scope what they allow (RFC 6749 §3.3): words with spaces between them
   * @param sector who shares the names that it knows people by; empty where it knows their ids
   */
  public record ClientAccess(
      String clientId,
      List<String> audience,
      String scope,
      Duration lifetime,
      Optional<String> sector) {

    public ClientAccess {
      audience = List.copyOf(audience);
    }

    /** What a client may have whose scope is so. */
    public static ClientAccess of(RegisteredClient client, String scope) {
      return new ClientAccess(
          client.id(),
          client.rights().audiences(),
          scope,
          client.tokens().accessLifetime(),
          client.tokens().sector());
    }
  }

  /**
   * What a client was given.
   *
   * @param refresh good until the client's session ends
   */
  public record Issued(LiveSession live, ClientAccess granted, String access, String refresh) {

    /** The session that the tokens are of. */
    public Session session() {
      return live.session();
    }

    /** Whose they are. */
    public Account account() {
      return live.account();
    }

    /** Shows no token, wherever it is printed. */
    @Override
    public String toString() {
      return "Issued[" + session().id() + "]";
    }
  }

  /**
   * An access token that somebody shows, and the rows behind it.
   *
   * @param claims what stands in it
   * @param live of which session it is; empty for one that speaks of a client only
   */
  public record Shown(VerifiedClaims claims, Optional<LiveSession> live) {

    /** The client that it was given to; empty for one of our own. */
    public Optional<String> clientId() {
      return claims.optionalText("client_id");
    }

    /** What it allows. */
    public Scope scope() {
      return Scope.of(claims.optionalText("scope").orElse(""));
    }
  }

  /**
   * Opens a session of a client for the person whose login in a browser is alive.
   *
   * @param browser the session of that login
   * @throws dev.signet.problem.ProblemException when that has ended, or the account may not log in
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public Issued issue(String browser, ClientLogin login, ClientAccess access, Origin origin) {
    LiveSession.Opened opened = sessions.open(browser, login, origin);
    Issued issued = issued(opened.live(), access);
    sessions.tell(opened);
    return issued;
  }

  /**
   * Verifies a refresh token of a client, whichever; that its session is alive is not asked.
   *
   * @throws dev.signet.problem.ProblemException when it is no such token of ours, or has expired
   */
  public RefreshToken readRefresh(String refreshToken) {
    return reader.clientRefresh(refreshToken);
  }

  /**
   * Exchanges a refresh token of a client, as {@link Tokens#refresh} does one of our own.
   *
   * @param access what the client may have now; its scope may be narrower than the session's
   * @param activity whether somebody is at the client, and the login in use
   * @throws dev.signet.problem.ProblemException when the session is no good, and why
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public Issued refresh(RefreshToken token, ClientAccess access, Activity activity) {
    return issued(
        rotation.refreshOfClient(token.sessionId(), token.generation(), activity), access);
  }

  private Issued issued(LiveSession live, ClientAccess access) {
    return new Issued(
        live, access, mint.clientAccess(live, access), mint.clientRefresh(live, access));
  }

  /** An access token that speaks of no account, for a client itself (RFC 6749 §4.4). */
  public String issueForItself(ClientAccess access) {
    return mint.ofClientItself(access, clock.instant());
  }

  /**
   * Verifies an access token of ours, for whatever audience and client, by the rows too.
   *
   * @throws dev.signet.problem.ProblemException when it is no such token, or good no more
   */
  public Shown read(String accessToken) {
    GivenToken token = reader.given(accessToken);
    return new Shown(
        token.claims(),
        token.ofAccount().map(of -> rotation.usable(of.sessionId(), of.accountVersion())));
  }

  /**
   * Verifies a refresh token of a client as a refresh would, and changes nothing.
   *
   * @throws dev.signet.problem.ProblemException when a refresh would refuse it, and why
   */
  public RefreshToken readLatestRefresh(String refreshToken) {
    RefreshToken token = reader.clientRefresh(refreshToken);
    rotation.refuseUnlessRefreshable(token.sessionId(), token.generation());
    return token;
  }

  /** Ends the session of a client's token. Returns whether it had been alive. */
  public boolean end(String sessionId) {
    return sessions.end(sessionId);
  }
}
