package dev.signet.problem;

import dev.signet.platform.Refusal;
import dev.signet.platform.Texts;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Problem} that was met. */
public final class ProblemException extends Refusal {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient Object[] arguments;
  private final @Nullable ProblemException reason;

  ProblemException(Problem problem, Object... arguments) {
    this(problem, null, arguments);
  }

  private ProblemException(
      Problem problem, @Nullable ProblemException reason, Object... arguments) {
    super(problem + Arrays.toString(arguments));
    this.problem = problem;
    this.arguments = arguments.clone();
    this.reason = reason;
  }

  /**
   * What a protected resource says of a bearer token: a token that is no good for any class of
   * token names the reason inside, what concerns the account stands by itself.
   */
  public ProblemException asBearerRefusal() {
    return problem.isAboutTheToken()
        ? new ProblemException(Problem.GIVEN_TOKEN_NOT_VALID, this)
        : this;
  }

  /** Which one. */
  public Problem problem() {
    return problem;
  }

  /** Why no class of token takes the token, where that is the problem. */
  Optional<ProblemException> reason() {
    return Optional.ofNullable(reason);
  }

  String text(Texts texts) {
    return problem.text(texts, arguments);
  }
}
