package dev.signet.session;

import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.browserOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A refresh by a client takes the rows of the login and of its own session; whoever ends many takes
 * them all. Nobody waits for somebody who waits for him.
 */
@WireTest
class ClientRefreshRaceIT {

  private static final int ROUNDS = 6;
  private static final int CLIENTS = 5;
  private static final int MANY = 32;

  @ParameterizedTest
  @ValueSource(strings = {"", "?all=true"})
  void nobodyWaitsForEverWhileLoginsEnd(String which) {
    for (int round = 0; round < ROUNDS; round++) {
      Person kim = Person.signedUp();
      CookieClient browser = browserOf(kim);
      List<String> tokens =
          IntStream.range(0, CLIENTS).mapToObj(i -> refreshedTwice(browser)).toList();
      Answer elsewhere = kim.login();

      List<Answer> answers =
          Parallel.times(
              CLIENTS + 1,
              i -> i < CLIENTS ? TRUSTED.refresh(tokens.get(i)) : end(which, elsewhere));

      assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 400);
      assertThat(answers.get(CLIENTS).status()).isEqualTo(204);
      tokens.forEach(
          token -> assertThat(TRUSTED.refresh(token).text("error")).isEqualTo("invalid_grant"));
    }
  }

  /** whoever shows it, and however many at once, it is one refresh. */
  @Test
  void oneTokenShownByManyAtOnceIsRefreshedOnce() {
    String first = refreshedTwice(browserOf(Person.signedUp()));

    List<Answer> answers = Parallel.times(MANY, i -> TRUSTED.refresh(first));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    String next = answers.get(0).text("refresh_token");
    assertThat(answers).extracting(answer -> answer.text("refresh_token")).containsOnly(next);
    assertThat(TRUSTED.refresh(next).status()).isEqualTo(200);
    assertThat(TRUSTED.refresh(first).text("error"))
        .as("a token from two steps before is somebody else's")
        .isEqualTo("invalid_grant");
    assertThat(TRUSTED.refresh(next).text("error")).isEqualTo("invalid_grant");
  }

  /** The row of the login is written anew each time, and comes to stand behind those of clients. */
  private static String refreshedTwice(CookieClient browser) {
    String first = TRUSTED.exchange(TRUSTED.code(browser, "openid")).text("refresh_token");
    return TRUSTED.refresh(TRUSTED.refresh(first).text("refresh_token")).text("refresh_token");
  }

  private static Answer end(String which, Answer login) {
    return Signet.send(
        Signet.request("/api/me/sessions" + which)
            .header("Authorization", "Bearer " + login.access())
            .DELETE());
  }
}
