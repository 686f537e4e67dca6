package dev.signet.origin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;

/** The {@link Trace} of the request at hand, if there is one. */
@ApplicationScoped
public class RequestTrace {

  @Inject RequestOrigin origin;
  @Inject RequestActor actor;

  /**
   * Who asks, and from where. Work by the clock has no request; an {@code @ObservesAsync} has a
   * request scope, and nothing in it that came over HTTP.
   */
  public Trace trace() {
    try {
      return new Trace(Optional.of(origin.origin()), actor.accountId(), actor.sessionId());
    } catch (ContextNotActiveException | IllegalStateException background) {
      return Trace.OF_NOBODY;
    }
  }
}
