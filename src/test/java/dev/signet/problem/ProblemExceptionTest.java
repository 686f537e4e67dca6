package dev.signet.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemExceptionTest {

  @Test
  void namesTheReasonOfEachTypeInTheOrderTried() {
    ProblemException expired = Problem.TOKEN_EXPIRED.refusal();
    ProblemException other = Problem.TOKEN_WRONG_TYPE.refusal();
    Map<String, ProblemException> reasons = new LinkedHashMap<>();
    reasons.put("sliding", other);
    reasons.put("access", expired);
    ProblemException refusal = ProblemException.asNone(reasons);
    assertThat(refusal.problem()).isEqualTo(Problem.GIVEN_TOKEN_NOT_VALID);
    assertThat(refusal.reasons())
        .containsExactly(entry("sliding", other), entry("access", expired));
    assertThat(refusal).hasMessage("sliding: TOKEN_WRONG_TYPE[], access: TOKEN_EXPIRED[]");
    assertThat(refusal.isBecause(Problem.TOKEN_EXPIRED)).isTrue();
    assertThat(refusal.isBecause(Problem.GIVEN_TOKEN_NOT_VALID)).isTrue();
    assertThat(refusal.isBecause(Problem.TOKEN_BLACKLISTED)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"USER_NOT_FOUND", "USER_INACTIVE", "UNAVAILABLE", "TOKEN_WITHOUT_USER"})
  void standsByItselfWhenItIsNotOfOneType(Problem problem) {
    ProblemException concern = problem.refusal();
    Map<String, ProblemException> reasons = new LinkedHashMap<>();
    reasons.put("access", Problem.TOKEN_WRONG_TYPE.refusal());
    reasons.put("sliding", concern);
    assertThat(ProblemException.asNone(reasons)).isSameAs(concern);
  }

  @Test
  void hasNoReasonByItself() {
    assertThat(Problem.TOKEN_EXPIRED.refusal().reasons()).isEmpty();
  }

  @Test
  void tellsTheLogWhatWasMet() {
    assertThat(Problem.METHOD_NOT_ALLOWED.refusal("GET")).hasMessage("METHOD_NOT_ALLOWED[GET]");
  }

  /** A refusal is an answer: it costs no stack trace. */
  @Test
  void hasNoStackTrace() {
    assertThat(Problem.BUSY.refusal().getStackTrace()).isEmpty();
  }
}
