package dev.signet.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Eventually;
import dev.signet.wire.OpenTransaction;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import org.junit.jupiter.api.Test;

/**
 * Revocations of another node, which get their numbers in one order and are committed in another.
 */
@WireTest
class LateRevocationIT {

  private static final String ME = "/api/me";

  /** The second is read in a later turn than the first: the refusal of that has been seen. */
  @Test
  void isNotMissedThoughLaterOnesWereReadInTwoTurns() {
    Answer slow = Person.stranger().signUp();
    try (OpenTransaction late = begin(slow)) {
      revokeAndAwait(Person.stranger().signUp());
      revokeAndAwait(Person.stranger().signUp());
      assertThat(status(slow)).isEqualTo(200);

      late.commit();

      awaitRefusal(slow);
    }
  }

  @Test
  void isNotMissedBetweenTwoThatWereUndone() {
    Answer slow = Person.stranger().signUp();
    Answer never = Person.stranger().signUp();
    try (OpenTransaction before = begin(never);
        OpenTransaction late = begin(slow);
        OpenTransaction after = begin(never)) {
      revokeAndAwait(Person.stranger().signUp());
      before.undo();
      after.undo();
      revokeAndAwait(Person.stranger().signUp());

      late.commit();

      awaitRefusal(slow);
      assertThat(status(never)).isEqualTo(200);
    }
  }

  private static void revokeAndAwait(Answer login) {
    try (OpenTransaction quick = begin(login)) {
      quick.commit();
    }
    awaitRefusal(login);
  }

  private static void awaitRefusal(Answer login) {
    Refusals.assertNotValidAsBearer(
        Eventually.get(() -> Signet.get(ME, login.access()), answer -> answer.status() == 401),
        "Token is blacklisted");
  }

  private static OpenTransaction begin(Answer login) {
    String session = Claims.of(login.access()).getString("sid");
    return Rows.beginRevocation(login.accountId(), session);
  }

  private static int status(Answer login) {
    return Signet.get(ME, login.access()).status();
  }
}
