package dev.signet.audit;

import dev.signet.event.SecurityEvent;
import java.util.ArrayList;
import java.util.List;

/** Keeps what observers would be told. */
public final class TestEvents extends SecurityEvents {

  private final List<SecurityEvent> told = new ArrayList<>();

  @Override
  public void tell(SecurityEvent event) {
    told.add(event);
  }

  @Override
  public void tellAll(List<? extends SecurityEvent> events) {
    told.addAll(events);
  }

  /** All events up to now. */
  public List<SecurityEvent> told() {
    return List.copyOf(told);
  }
}
