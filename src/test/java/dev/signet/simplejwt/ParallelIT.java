package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Many clients with one token at the same moment. D1. */
@WireTest
class ParallelIT {

  private static final int CLIENTS = 16;
  private static final String BLACKLISTED = "Token is blacklisted";

  private final Person kim = Person.stranger();
  private Answer login;

  @BeforeEach
  void logIn() {
    login = kim.signUp();
  }

  @RepeatedTest(5)
  void blacklistsOnce() {
    assertOneWins(login.refresh());
  }

  @RepeatedTest(3)
  void blacklistsASlidingTokenOnce() {
    assertOneWins(TokenApi.sliding(kim));
  }

  @RepeatedTest(3)
  void refreshesForAll() {
    List<Answer> answers = Parallel.times(CLIENTS, i -> TokenApi.refresh(login.refresh()));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(Signet.get("/api/me", answer.access()).status()).isEqualTo(200));
    assertThat(TokenApi.refresh(login.refresh()).status()).isEqualTo(200);
  }

  @RepeatedTest(5)
  void leavesNoTokenThatWorksWhenABlacklistRacesWithRefreshes() {
    List<Answer> answers = raceWithABlacklist(login.refresh(), TokenApi::refresh);

    Refusals.assertNotValid(TokenApi.refresh(login.refresh()), BLACKLISTED);
    Refusals.assertNotValidAsBearer(Signet.get("/api/me", login.access()), BLACKLISTED);
    for (Answer answer : answers) {
      if (answer.status() == 200) {
        Refusals.assertNotValidAsBearer(Signet.get("/api/me", answer.access()), BLACKLISTED);
      }
    }
  }

  @RepeatedTest(3)
  void leavesNoSlidingTokenThatWorksWhenABlacklistRacesWithRefreshes() {
    String sliding = TokenApi.sliding(kim);

    List<Answer> answers = raceWithABlacklist(sliding, TokenApi::slide);

    Refusals.assertNotValid(TokenApi.slide(sliding), BLACKLISTED);
    for (Answer answer : answers) {
      if (answer.status() == 200) {
        Refusals.assertNotValid(TokenApi.verify(answer.text("token")), BLACKLISTED);
        Refusals.assertNotValid(TokenApi.slide(answer.text("token")), BLACKLISTED);
      }
    }
  }

  private static void assertOneWins(String token) {
    List<Answer> answers = Parallel.times(CLIENTS, i -> TokenApi.blacklist(token));

    List<Answer> refused = answers.stream().filter(answer -> answer.status() != 200).toList();
    assertThat(refused).hasSize(CLIENTS - 1);
    assertThat(refused).allSatisfy(answer -> Refusals.assertNotValid(answer, BLACKLISTED));
  }

  /** The answers to the refreshes: each a success, or the refusal. */
  private static List<Answer> raceWithABlacklist(String token, Function<String, Answer> refresh) {
    List<Answer> answers =
        Parallel.times(
            CLIENTS, i -> i == CLIENTS / 2 ? TokenApi.blacklist(token) : refresh.apply(token));

    assertThat(answers.get(CLIENTS / 2).status()).isEqualTo(200);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> Refusals.assertNotValid(answer, BLACKLISTED));
    return answers.stream().filter(answer -> !answer.body().equals("{}")).toList();
  }
}
