package dev.signet.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Eventually;
import dev.signet.wire.OpenTransaction;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever appends to the audit holds up all others who do: that must be the last that a transaction
 * waits for.
 */
@WireTest
class LastLockIT {

  @Test
  void aChangeOfThePasswordThatWaitsForASessionHoldsUpNobodyElse() {
    Person kim = Person.stranger();
    Answer signup = kim.signUp();
    Answer other = kim.login();

    List<Answer> answers =
        whileItWaits(
            otherSessionsOf(signup),
            signup,
            () ->
                Signet.send(
                    Signet.posting(
                            "/api/auth/password/change",
                            Map.of(
                                "current_password",
                                Signet.PASSWORD,
                                "new_password",
                                "quite another find-me-in-a-log"))
                        .header("Authorization", "Bearer " + signup.access())));

    assertThat(answers.get(0).status()).isEqualTo(204);
    assertThat(Signet.refresh(other.refresh()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me/sessions", "/api/me/sessions?all=true"})
  void theEndOfSessionsThatWaitsForOneHoldsUpNobodyElse(String path) {
    Person kim = Person.stranger();
    Answer signup = kim.signUp();
    kim.login();

    List<Answer> answers =
        whileItWaits(
            otherSessionsOf(signup),
            signup,
            () ->
                Signet.send(
                    Signet.request(path)
                        .header("Authorization", "Bearer " + signup.access())
                        .DELETE()));

    assertThat(answers.get(0).status()).isEqualTo(204);
  }

  @Test
  void aLoginThatWaitsForItsAccountHoldsUpNobodyElse() {
    Person kim = Person.stranger();
    Answer signup = kim.signUp();

    List<Answer> answers =
        whileItWaits(
            "select id from account where id = ? for update",
            signup,
            () -> Signet.login(kim.username(), Signet.PASSWORD));

    assertThat(answers.get(0).status()).isEqualTo(200);
  }

  /** Does something that waits for a lock of ours, and logs somebody else in meanwhile. */
  private static List<Answer> whileItWaits(String lock, Answer whose, Supplier<Answer> act) {
    Person other = Person.signedUp();
    try (OpenTransaction held = Rows.begin(lock, whose.accountId())) {
      return Parallel.times(
          2,
          i -> {
            if (i == 0) {
              return act.get();
            }
            Eventually.get(held::waiting, waiting -> waiting > 0);
            Answer login = Signet.login(other.username(), Signet.PASSWORD);
            assertThat(login.status()).isEqualTo(200);
            held.commit();
            return login;
          });
    }
  }

  private static String otherSessionsOf(Answer login) {
    String own = Claims.of(login.access()).getString("sid");
    return "select id from session where account_id = ? and id <> '" + own + "' for update";
  }
}
