package dev.signet.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Thirty sign-ups from an address, and then one every twenty seconds. */
@WireTest
class SignupThrottleIT {

  private static final String SIGNUP = "/api/auth/signup";

  private final TestClient office = TestClient.somewhere();

  @Test
  void refusesTheThirtyFirstFromAnAddress() {
    signUpThirtyTimes();
    Person late = Person.stranger();

    Answer refused = office.post(SIGNUP, late.signupRequest());

    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
    assertThat(refused.body())
        .isEqualTo(
            "{\"detail\":\"Request was throttled. Expected available in %s second%s.\","
                    .formatted(
                        refused.header("Retry-After"),
                        refused.header("Retry-After").equals("1") ? "" : "s")
                + "\"code\":\"throttled\"}");
    assertThat(refused.header("Set-Cookie")).isEmpty();
    assertThat(Rows.count("select count(*) from account where username = ?", late.username()))
        .isZero();
    assertThat(TestClient.somewhere().post(SIGNUP, late.signupRequest()).status()).isEqualTo(201);
  }

  @Test
  void saysItInKorean() {
    signUpThirtyTimes();

    Answer refused =
        Signet.send(
            office
                .posting(SIGNUP, Person.stranger().signupRequest())
                .header("Accept-Language", "ko"));

    assertThat(refused.body())
        .isEqualTo(
            "{\"detail\":\"요청이 제한되었습니다. %s초 후에 다시 시도하세요.\",\"code\":\"throttled\"}"
                .formatted(refused.header("Retry-After")));
  }

  private void signUpThirtyTimes() {
    for (int i = 0; i < 2; i++) {
      assertThat(office.post(SIGNUP, Person.stranger().signupRequest()).status()).isEqualTo(201);
    }
    TestRows.add("signup.per-ip", office, 28, Duration.ofSeconds(20));
  }
}
