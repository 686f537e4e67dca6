package dev.signet.revocation;

import dev.signet.platform.Schedule;
import dev.signet.problem.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries revocations to this node, within the poll interval, and refuses what they concern. A node
 * that has not read them, or could not for too long, trusts no token.
 */
@ApplicationScoped
public class RevocationFeed {

  @Inject Revocations revocations;
  @Inject RevocationSettings settings;
  @Inject Schedule schedule;
  @Inject Clock clock;

  private final RevokedTokens revoked = new RevokedTokens();
  private FeedPosition position;
  private volatile Instant lastRead = Instant.MIN;
  private volatile boolean failing;

  @PostConstruct
  void start() {
    position = new FeedPosition(settings.tokenHorizon());
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat("Reading the revocations", settings.pollInterval(), this::poll);
  }

  /**
   * Refuses a token that was revoked, and says why.
   *
   * @param version which version of the account the token speaks of
   * @throws dev.signet.problem.ProblemException {@link EndReason#asBearer}, or {@link
   *     Problem#UNAVAILABLE} when this node does not know
   */
  public void refuseIfRevoked(String sessionId, UUID accountId, int version) {
    if (!isCurrent()) {
      throw Problem.UNAVAILABLE.refusal();
    }
    Optional<EndReason> end =
        revoked.ofSession(sessionId).or(() -> revoked.ofAccount(accountId, version));
    if (end.isPresent()) {
      throw end.get().asBearer().refusal();
    }
  }

  /** Whether this node knows what has been revoked, and could read it the last time it tried. */
  public boolean isFollowing() {
    return isCurrent() && !failing;
  }

  /** Whether this node knows what has been revoked. */
  public boolean isCurrent() {
    return lastRead.isAfter(clock.instant().minus(settings.maxStaleness()));
  }

  void applyOwn(@Observes(during = TransactionPhase.AFTER_SUCCESS) Revocation revocation) {
    revoked.add(revocation);
  }

  private void poll() {
    boolean done = false;
    try {
      read();
      done = true;
    } finally {
      failing = !done;
    }
  }

  private synchronized void read() {
    Instant now = clock.instant();
    List<Revocation> found = revocations.after(position.settled(), now);
    found.forEach(revoked::add);
    position.read(found.stream().map(Revocation::seq).toList(), now);
    revoked.forget(now);
    lastRead = now;
  }
}
