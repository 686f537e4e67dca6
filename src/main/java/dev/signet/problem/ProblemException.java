package dev.signet.problem;

import dev.signet.platform.Refusal;
import dev.signet.platform.Texts;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A {@link Problem} that was met. */
public final class ProblemException extends Refusal {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient Object[] arguments;
  private final transient Map<String, ProblemException> reasons;
  private final transient Optional<Long> retrySeconds;

  ProblemException(Problem problem, Object... arguments) {
    this(problem, problem.retrySeconds(), arguments);
  }

  private ProblemException(Problem problem, Optional<Long> retrySeconds, Object... arguments) {
    super(problem + Arrays.toString(arguments));
    this.problem = problem;
    this.arguments = arguments.clone();
    this.reasons = Map.of();
    this.retrySeconds = retrySeconds;
  }

  private ProblemException(Map<String, ProblemException> reasons) {
    super(
        reasons.entrySet().stream()
            .map(reason -> reason.getKey() + ": " + reason.getValue().getMessage())
            .collect(Collectors.joining(", ")));
    this.problem = Problem.GIVEN_TOKEN_NOT_VALID;
    this.arguments = new Object[0];
    this.reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    this.retrySeconds = Optional.empty();
  }

  /**
   * What a protected resource says of a token that is good as none of the types it takes: why for
   * each of them, but what concerns the account stands by itself.
   *
   * @param reasons by type of token, in the order they were tried
   */
  public static ProblemException asNone(Map<String, ProblemException> reasons) {
    return reasons.values().stream()
        .filter(reason -> !reason.problem.isOfOneClass())
        .findFirst()
        .orElseGet(() -> new ProblemException(reasons));
  }

  /** Refuses what was tried too often: after that long it may be tried again, and not before. */
  public static ProblemException throttled(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    Problem problem = seconds == 1 ? Problem.THROTTLED_BRIEFLY : Problem.THROTTLED;
    return new ProblemException(problem, Optional.of(seconds), Long.toString(seconds));
  }

  /** Which one. */
  public Problem problem() {
    return problem;
  }

  /** Whether this is the problem, or why one type of token does not take the token. */
  public boolean isBecause(Problem cause) {
    return problem == cause || reasons.values().stream().anyMatch(why -> why.problem == cause);
  }

  /** Why no type of token takes the token, where that is the problem; in the order tried. */
  Map<String, ProblemException> reasons() {
    return reasons;
  }

  /** After how many seconds to try again, where that is worth a try. */
  public Optional<Long> retrySeconds() {
    return retrySeconds;
  }

  /** The sentence for people. */
  public String text(Texts texts) {
    return problem.text(texts, arguments);
  }
}
