package dev.signet.audit;

import dev.signet.event.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tells the observers what has happened, once it is committed. */
@ApplicationScoped
public class SecurityEvents {

  private static final System.Logger LOG = System.getLogger(SecurityEvents.class.getName());

  @Inject Event<Happened> transaction;
  @Inject Event<SecurityEvent> observers;

  private record Happened(SecurityEvent event) {}

  /**
   * Tells the observers when the transaction at hand has committed, or at once where there is none.
   * None of them can undo what has happened.
   */
  public void tell(SecurityEvent event) {
    transaction.fire(new Happened(event));
  }

  void pass(@Observes(during = TransactionPhase.AFTER_SUCCESS) Happened happened) {
    CompletionStage<SecurityEvent> beside = observers.fireAsync(happened.event());
    beside.whenComplete((told, failure) -> logIfAny(failure));
    try {
      observers.fire(happened.event());
    } catch (RuntimeException | LinkageError failure) {
      logIfAny(failure);
    }
  }

  private static void logIfAny(@Nullable Throwable failure) {
    if (failure != null) {
      LOG.log(System.Logger.Level.WARNING, "An observer of security events failed", failure);
    }
  }
}
