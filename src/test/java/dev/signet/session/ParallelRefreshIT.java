package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;

/** Many refreshes of one token at the same moment. */
@WireTest
class ParallelRefreshIT {

  private static final int CLIENTS = 64;

  @RepeatedTest(5)
  void leavesOneLineage() {
    Answer login = Person.stranger().signUp();

    List<Answer> answers = Parallel.times(CLIENTS, i -> Signet.refresh(login.refresh()));

    assertThat(answers).extracting(Answer::body).allMatch(body -> body.contains("refresh"));
    assertThat(answers).extracting(Answer::refresh).containsOnly(answers.get(0).refresh());
    assertThat(generationOf(login)).isEqualTo(1);
    assertThat(Signet.refresh(answers.get(0).refresh()).status()).isEqualTo(200);
  }

  @RepeatedTest(3)
  void endsTheSessionOnceWhenAnOldTokenIsReplayedByMany() {
    Answer login = Person.stranger().signUp();
    Answer second = Signet.refresh(login.refresh());
    Answer third = Signet.refresh(second.refresh());

    List<Answer> answers = Parallel.times(CLIENTS, i -> Signet.refresh(login.refresh()));

    assertThat(answers).extracting(Answer::status).containsOnly(401);
    assertThat(Signet.refresh(third.refresh()).status()).isEqualTo(401);
    assertThat(Rows.count("select count(*) from revocation where account_id = ?", accountOf(login)))
        .isEqualTo(1);
  }

  private static int generationOf(Answer login) {
    return Rows.count("select generation from session where account_id = ?", accountOf(login));
  }

  private static UUID accountOf(Answer login) {
    return UUID.fromString(login.json().getJsonObject("user").getString("id"));
  }
}
