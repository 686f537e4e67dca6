package dev.signet.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tells the observers what has happened. */
@ApplicationScoped
public class SecurityEvents {

  private static final System.Logger LOG = System.getLogger(SecurityEvents.class.getName());

  @Inject Event<SecurityEvent> observers;

  /** Tells every observer; none can stop what has happened. */
  public void tell(SecurityEvent event) {
    CompletionStage<SecurityEvent> beside = observers.fireAsync(event);
    beside.whenComplete((told, failure) -> logIfAny(failure));
    try {
      observers.fire(event);
    } catch (RuntimeException failure) {
      logIfAny(failure);
    }
  }

  private static void logIfAny(@Nullable Throwable failure) {
    if (failure != null) {
      LOG.log(System.Logger.Level.WARNING, "An observer of security events failed", failure);
    }
  }
}
