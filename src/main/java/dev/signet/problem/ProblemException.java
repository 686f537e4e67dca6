package dev.signet.problem;

import dev.signet.platform.Refusal;
import dev.signet.platform.Texts;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@link Problem} that was met. */
public final class ProblemException extends Refusal {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient Object[] arguments;
  private final transient Map<String, ProblemException> reasons;

  ProblemException(Problem problem, Object... arguments) {
    super(problem + Arrays.toString(arguments));
    this.problem = problem;
    this.arguments = arguments.clone();
    this.reasons = Map.of();
  }

  private ProblemException(Map<String, ProblemException> reasons) {
    super(
        reasons.entrySet().stream()
            .map(reason -> reason.getKey() + ": " + reason.getValue().getMessage())
            .collect(Collectors.joining(", ")));
    this.problem = Problem.GIVEN_TOKEN_NOT_VALID;
    this.arguments = new Object[0];
    this.reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
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

  /** The sentence for people. */
  public String text(Texts texts) {
    return problem.text(texts, arguments);
  }
}
