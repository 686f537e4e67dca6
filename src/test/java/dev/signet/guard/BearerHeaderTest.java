package dev.signet.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.TestSettings;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {

  private static final BearerHeader HEADER = BearerHeader.from(TestSettings.shipped());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer x.y.z",
        "bearer x.y.z",
        "BEARER x.y.z",
        " Bearer  x.y.z ",
        "Bearer\tx.y.z"
      })
  void holdsAToken(String header) {
    assertThat(HEADER.token(TestRequests.with(header))).contains("x.y.z");
  }

  @Test
  void mayBeMissing() {
    assertThat(HEADER.token(TestRequests.with())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Basic amFuZTpw",
        "Basic",
        "Token x",
        "BearerX y",
        "x.y.z",
        "Bearer\u00A0x"
      })
  void isNoConcernOfOursWithAnotherScheme(String header) {
    assertThat(HEADER.token(TestRequests.with(header))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer", "Bearer ", "bearer", "Bearer x y", "Bearer x y z", "Bearer x ,"})
  void isRefusedWhenItIsNoSchemeAndToken(String header) {
    refuse(header);
  }

  @Test
  void isRefusedWhenThereAreTwo() {
    refuse("Bearer x", "Bearer x");
    refuse("Bearer x", "Basic y");
    refuse("Basic y", "Bearer x");
  }

  @Test
  void isShownToTheContainerAsItReadsIt() {
    BearerRequest request = new BearerRequest(TestRequests.with("bearer   x", "Basic y"), "x");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer x");
    assertThat(request.getHeader("authorization")).isEqualTo("Bearer x");
    assertThat(Collections.list(request.getHeaders("AUTHORIZATION"))).containsExactly("Bearer x");
    assertThat(request.getHeader("Host")).isEqualTo("other");
    assertThat(Collections.list(request.getHeaders("Host"))).containsExactly("other");
  }

  private static void refuse(String... headers) {
    HttpServletRequest request = TestRequests.with(headers);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> HEADER.token(request))
        .satisfies(
            refusal -> assertThat(refusal.problem()).isEqualTo(Problem.BAD_AUTHORIZATION_HEADER));
  }
}
