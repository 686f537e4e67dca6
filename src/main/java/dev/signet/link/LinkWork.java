package dev.signet.link;

import dev.signet.platform.Batches;
import dev.signet.platform.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/** Answers the requests that are due, and removes links that have expired; every node does. */
@ApplicationScoped
class LinkWork {

  @Inject LinkRequests requests;
  @Inject Links links;
  @Inject LinkSettings settings;
  @Inject Schedule schedule;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat("Answering requests for links", settings.pollInterval(), this::answerAll);
    schedule.repeat("Removing links that have expired", settings.purgeInterval(), this::purge);
  }

  /** One that cannot be answered ends the round; it is due again later than those after it. */
  private void answerAll() {
    Optional<LinkRequest> request = requests.take();
    while (request.isPresent()) {
      requests.answer(request.get());
      request = requests.take();
    }
  }

  private void purge() {
    Batches.removeAll(settings.purgeBatch(), links::purge);
  }
}
