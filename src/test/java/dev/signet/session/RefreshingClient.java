package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A client that refreshes its session at all nodes at once, and goes on with what it gets. */
final class RefreshingClient {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final List<Node> nodes;
  private final UUID accountId;
  private Answer latest;
  private long generation;

  RefreshingClient(List<Node> nodes, Answer signup) {
    this.nodes = nodes;
    this.accountId = signup.accountId();
    this.latest = signup;
  }

  /** Presents one token until it is answered; its answers must all be the same successor. */
  void refresh() {
    List<String> successors = List.of();
    while (successors.isEmpty()) {
      List<Answer> answers = refreshEverywhere();
      answers.stream().findFirst().ifPresent(answer -> latest = answer);
      successors = answers.stream().map(Answer::refresh).distinct().toList();
      if (successors.isEmpty()) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    assertThat(successors.size()).as("successors of one token").isEqualTo(1);
    generation++;
  }

  String accountId() {
    return accountId.toString();
  }

  /** How often its session has been refreshed, as far as it knows. */
  long generation() {
    return generation;
  }

  /** Its tokens are good at every node. */
  void expectLoggedIn() {
    for (Node node : nodes) {
      assertThat(node.process().get("/api/me", latest.access()).status()).isEqualTo(200);
    }
    refresh();
  }

  Answer latest() {
    return latest;
  }

  private List<Answer> refreshEverywhere() {
    String token = latest.refresh();
    List<CompletableFuture<Optional<Answer>>> asked =
        nodes.stream().map(node -> node.refresh(token)).toList();
    return asked.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
  }
}
