package dev.signet.assertion;

import dev.signet.platform.Batches;
import dev.signet.platform.Schedule;
import dev.signet.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Takes what clients sign to show who they are, each once. */
@ApplicationScoped
public class ClientAssertions {

  @Inject UsedAssertions used;
  @Inject Settings settings;
  @Inject Schedule schedule;
  @Inject Clock clock;

  private Set<String> audience;

  /** RFC 7523 §3: clients name us by our issuer, and older ones by the token endpoint. */
  @PostConstruct
  void start() {
    String issuer = settings.text("signet.issuer");
    audience = Set.of(issuer, issuer + "/oauth2/token");
  }

  /** Every node removes what is good no more. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    int batch = settings.number("signet.purge.batch", 1);
    schedule.repeat(
        "Removing used assertions",
        settings.duration("signet.purge.interval", Duration.ofSeconds(1)),
        () -> Batches.removeAll(batch, used::purge));
  }

  /** Whether a client has signed an assertion for us, and shows it for the first time. */
  public boolean take(String assertion, String client, ClientKeys keys) {
    return ClientAssertion.of(assertion, client, keys, audience, clock.instant())
        .filter(used::add)
        .isPresent();
  }
}
