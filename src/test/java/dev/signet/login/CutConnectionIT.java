package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.CutRequest;
import dev.signet.wire.Eventually;
import dev.signet.wire.OpenTransaction;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh whose connection is cut: whoever comes back with the same token goes on from there. */
@WireTest
class CutConnectionIT {

  private static final String REFRESH = "/api/auth/refresh";
  private static final int MANY = 20;

  private final Answer login = signUp();

  /** The answer is on its way, or lies there unread. */
  @RepeatedTest(MANY)
  void givesTheLostSuccessorToWhoComesBack() {
    try (CutRequest request = CutRequest.post(REFRESH, body(login))) {
      request.sendAll();
      awaitFirstGeneration();
    }

    assertGoesOnFromTheFirstGeneration();
  }

  /** The server comes to know that nobody is there any more before it has read the request. */
  @RepeatedTest(MANY)
  void doesTheWorkOfARequestThatWasCutAtOnce() {
    try (CutRequest request = CutRequest.post(REFRESH, body(login))) {
      request.sendAll();
    }
    awaitFirstGeneration();

    assertGoesOnFromTheFirstGeneration();
  }

  /** Nobody is there any more when the statement begins that moves the session. */
  @RepeatedTest(3)
  void commitsTheSuccessorForWhoIsGone() {
    try (OpenTransaction holder =
            Rows.begin("select id from session where id = ? for update", sid(login));
        CutRequest request = CutRequest.post(REFRESH, body(login))) {
      request.sendAll();
      Eventually.get(holder::waiting, waiting -> waiting > 0);
      request.cut();
      holder.commit();
    }
    awaitFirstGeneration();

    assertGoesOnFromTheFirstGeneration();
  }

  /** Not even where all is there of the JSON that is not blank. */
  @ParameterizedTest
  @ValueSource(ints = {0, 50, 100})
  void doesNothingForARequestThatNeverCameWhole(int percent) {
    List<Answer> logins = Stream.generate(CutConnectionIT::signUp).limit(MANY).toList();
    for (Answer one : logins) {
      try (CutRequest request = CutRequest.post(REFRESH, body(one) + " ")) {
        request.send(body(one).length() * percent / 100);
      }
    }
    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(200);

    assertThat(logins).extracting(CutConnectionIT::generation).containsOnly(0);
    assertThat(logins)
        .extracting(one -> generationIn(Signet.refresh(one.refresh())))
        .containsOnly(1);
    assertThat(logins).extracting(CutConnectionIT::generation).containsOnly(1);
  }

  private void awaitFirstGeneration() {
    Eventually.get(() -> generation(login), now -> now == 1);
  }

  private void assertGoesOnFromTheFirstGeneration() {
    Answer retried = Signet.refresh(login.refresh());

    assertThat(generationIn(retried)).isEqualTo(1);
    assertThat(generation(login)).isEqualTo(1);
    assertThat(Signet.get("/api/me/sessions", retried.access()).array()).hasSize(1);
    assertThat(generationIn(Signet.refresh(retried.refresh()))).isEqualTo(2);
  }

  private static Answer signUp() {
    return Person.stranger().signUp();
  }

  private static String body(Answer login) {
    return "{\"refresh\":\"" + login.refresh() + "\"}";
  }

  private static int generation(Answer login) {
    return Rows.count("select generation from session where id = ?", sid(login));
  }

  private static int generationIn(Answer refreshed) {
    assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
    return Claims.of(refreshed.refresh()).getInt("gen");
  }

  private static String sid(Answer login) {
    return Claims.of(login.refresh()).getString("sid");
  }
}
