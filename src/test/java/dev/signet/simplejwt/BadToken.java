package dev.signet.simplejwt;

import dev.signet.wire.Answer;
import dev.signet.wire.Refusals;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A token that is no good.
 *
 * @param why what the client is told
 */
record BadToken(String name, String token, String why) {

  static final String NOBODY = "Token contained no recognizable user identification";

  /** One that says nothing of the reason. */
  static BadToken invalid(String name, String token) {
    return new BadToken(name, token, "Token is invalid");
  }

  /** Each is refused there, for its reason. */
  static Stream<DynamicTest> refusedBy(Function<String, Answer> endpoint, BadToken... tokens) {
    return Arrays.stream(tokens)
        .map(
            bad ->
                DynamicTest.dynamicTest(
                    bad.name, () -> Refusals.assertNotValid(endpoint.apply(bad.token), bad.why)));
  }
}
