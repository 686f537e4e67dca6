package dev.signet.input;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signet.problem.FieldErrors;
import dev.signet.problem.TestRefusals;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a client hears of its fields. */
public final class TestErrors {

  private TestErrors() {}

  /** The body of the answer to what is refused. */
  public static String of(ThrowingCallable reading) {
    return TestRefusals.body(catchThrowableOfType(FieldErrors.class, reading));
  }
}
