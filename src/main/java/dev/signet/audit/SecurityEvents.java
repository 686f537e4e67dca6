package dev.signet.audit;

import dev.signet.event.InTransaction;
import dev.signet.event.SecurityEvent;
import dev.signet.origin.RequestTrace;
import dev.signet.platform.Refusal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Records what has happened, in the transaction that it happens in, and tells the log and the
 * observers of it once that is committed.
 */
@ApplicationScoped
public class SecurityEvents {

  private static final System.Logger LOG = System.getLogger(SecurityEvents.class.getName());

  @Resource TransactionSynchronizationRegistry transaction;
  @Inject AuditEvents records;
  @Inject RequestTrace request;
  @Inject Event<InTransaction> inside;
  @Inject Event<Happened> commit;
  @Inject Event<SecurityEvent> observers;

  private record Happened(SecurityEvent event, AuditEvent record) {}

  /**
   * Asks who observes {@link InTransaction}, appends the record to the audit, and tells the other
   * observers when the transaction at hand has committed. Where there is none, it makes one. What
   * cannot be recorded has not happened: an exception undoes the transaction, be it a refusal.
   *
   * <p>Call it last in a transaction. Up to its end all who append to the audit wait for it, and
   * whoever of them has locked what it still wants waits for ever.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void tell(SecurityEvent event) {
    tellAll(List.of(event));
  }

  /** The same of several that happen in one transaction, in their order. */
  @Transactional(dontRollbackOn = Refusal.class)
  public void tellAll(List<? extends SecurityEvent> events) {
    try {
      events.forEach(event -> inside.fire(new InTransaction(event)));
      for (SecurityEvent event : events) {
        commit.fire(new Happened(event, records.append(event, request.trace())));
      }
    } catch (RuntimeException failed) {
      transaction.setRollbackOnly();
      throw failed;
    }
  }

  void pass(@Observes(during = TransactionPhase.AFTER_SUCCESS) Happened happened) {
    AuditLine.write(happened.event(), happened.record());
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
