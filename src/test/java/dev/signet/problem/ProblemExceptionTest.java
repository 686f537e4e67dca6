package dev.signet.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemExceptionTest {

  @Test
  void namesTheReasonInsideWhenNoTokenClassTakesTheToken() {
    ProblemException expired = Problem.TOKEN_EXPIRED.refusal();
    ProblemException refusal = expired.asBearerRefusal();
    assertThat(refusal.problem()).isEqualTo(Problem.GIVEN_TOKEN_NOT_VALID);
    assertThat(refusal.reason()).containsSame(expired);
  }

  @Test
  void standsByItselfWhenItConcernsTheAccountOrTheHeader() {
    ProblemException gone = Problem.USER_NOT_FOUND.refusal();
    ProblemException header = Problem.BAD_AUTHORIZATION_HEADER.refusal();
    ProblemException unavailable = Problem.UNAVAILABLE.refusal();
    assertThat(gone.asBearerRefusal()).isSameAs(gone);
    assertThat(header.asBearerRefusal()).isSameAs(header);
    assertThat(unavailable.asBearerRefusal()).isSameAs(unavailable);
  }

  @Test
  void hasNoReasonByItself() {
    assertThat(Problem.TOKEN_EXPIRED.refusal().reason()).isEmpty();
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
