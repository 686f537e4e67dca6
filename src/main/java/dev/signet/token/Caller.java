package dev.signet.token;

import dev.signet.origin.RequestActor;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request at hand: the token it was let in with, or why the one it showed was not
 * taken.
 */
@RequestScoped
public class Caller {

  @Inject RequestActor actor;

  private boolean byCookie;
  private @Nullable AccessToken token;
  private @Nullable ProblemException refusal;

  /** A browser has sent by itself what the request shows: other sites can have it do that. */
  public void isByCookie() {
    byCookie = true;
  }

  /** Whether what the request shows was in a cookie. */
  public boolean cameByCookie() {
    return byCookie;
  }

  /** The request showed a good token. */
  public void let(AccessToken in) {
    token = in;
    actor.is(in.accountId(), in.sessionId());
  }

  /** The request showed a token that is no good. Only what needs one will say so. */
  public void refuse(ProblemException why) {
    refusal = why;
  }

  /** The token of the request; empty for a request without one, or with one that is no good. */
  public Optional<AccessToken> token() {
    return Optional.ofNullable(token);
  }

  /**
   * The token of a request that is let in by nothing else.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#NOT_AUTHENTICATED}
   */
  public AccessToken required() {
    return token().orElseThrow(Problem.NOT_AUTHENTICATED::refusal);
  }

  /** Why the token that the request showed is no good. */
  public Optional<ProblemException> refusal() {
    return Optional.ofNullable(refusal);
  }
}
