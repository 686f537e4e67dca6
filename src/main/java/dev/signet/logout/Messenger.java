package dev.signet.logout;

import dev.signet.client.RegisteredClient;
import dev.signet.platform.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells clients of logouts, one after the other; every node has one. */
@ApplicationScoped
class Messenger {

  private static final System.Logger LOG = System.getLogger(Messenger.class.getName());

  /** Back-Channel Logout 1.0 §2.8; some frameworks make 204 of 200. */
  private static final Set<Integer> TOLD = Set.of(200, 204);

  /** The client has read the token, and will say the same of the next. */
  private static final int REFUSED = 400;

  @Inject LogoutNotices notices;
  @Inject LogoutTokens tokens;
  @Inject BackChannel channel;
  @Inject LogoutSettings settings;
  @Inject Schedule schedule;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat("Telling clients of logouts", settings.pollInterval(), this::tellAll);
  }

  /** A client that does not answer holds up the others once. */
  private void tellAll() {
    Set<String> silent = new HashSet<>();
    Optional<LogoutNotice> notice = notices.take(silent);
    while (notice.isPresent()) {
      LogoutNotice taken = notice.get();
      if (notices.client(taken.clientId()).map(client -> tell(taken, client)).orElse(true)) {
        notices.remove(taken);
      } else {
        silent.add(taken.clientId());
      }
      notice = notices.take(silent);
    }
  }

  /** Returns whether there is nothing more to say. */
  private boolean tell(LogoutNotice notice, RegisteredClient client) {
    try {
      int status =
          channel.post(
              client.addresses().backchannelLogout().orElseThrow(), tokens.mint(notice, client));
      if (TOLD.contains(status)) {
        LOG.log(System.Logger.Level.INFO, "Client {0} was told of a logout", client.id());
        return true;
      }
      if (status == REFUSED) {
        LOG.log(System.Logger.Level.WARNING, "Client {0} refuses a logout token", client.id());
        return true;
      }
      fail(notice, "status " + status);
    } catch (IOException silence) {
      fail(notice, silence.getClass().getSimpleName());
    }
    return false;
  }

  private void fail(LogoutNotice notice, String why) {
    Optional<Instant> next = notices.fail(notice);
    LOG.log(
        System.Logger.Level.WARNING,
        "Client {0} was not told of a logout: {1}; next attempt {2}",
        notice.clientId(),
        why,
        next.map(Instant::toString).orElse("none"));
  }
}
