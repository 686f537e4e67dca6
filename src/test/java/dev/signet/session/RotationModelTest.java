package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.session.RotationModel.Answer;
import dev.signet.session.RotationModel.Step;
import dev.signet.session.RotationWorld.Action;
import dev.signet.session.RotationWorld.Request;
import dev.signet.session.RotationWorld.Token;
import dev.signet.session.Session.Verdict;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What no order of events breaks, however often answers are lost and whenever the grace goes by.
 *
 * <p>A client that has its session to itself, does one thing after the other and presents the
 * latest token it has received, or the same again because the answer was lost, is never refused
 * unless somebody replays an older one, logs out or changes the password; or unless its retry is
 * <em>late</em>. The grace begins when the server begins with the request whose answer is lost.
 *
 * <p>Of several clients that share a session, each with its own copy of the tokens, that does not
 * hold: what one is given outdates what the others have. Each goes on until it is late, because
 * another refreshed the token it comes with more than a grace ago; or <em>overtaken</em>, because
 * others have refreshed that token's successor, too, before its request was judged. The server
 * cannot tell either from a replay: R1 is dead as soon as R3 exists. A client that gives a request
 * up while it is under way, and goes on, is two clients in this.
 */
class RotationModelTest {

  private static final int ACTIONS = 5;
  private static final Set<Action> ANYTHING = EnumSet.allOf(Action.class);
  private static final Set<Action> HONEST = EnumSet.of(Action.REFRESH, Action.RETRY);
  private static final Set<Action> DISTURBING =
      EnumSet.of(Action.REPLAY, Action.LOGOUT, Action.PASSWORD_CHANGE);

  private final Account account = TestAccounts.jane("user");
  private RotationTable table;

  @BeforeEach
  void open() throws SQLException {
    table = new RotationTable(account, RotationModel.OPENED);
  }

  @AfterEach
  void close() throws SQLException {
    table.close();
  }

  @Test
  void givesNoGenerationTwoSuccessors() {
    assertThat(three(ANYTHING).story(RotationModelTest::isSecondLineage))
        .as("a second lineage")
        .isEmpty();
  }

  @Test
  void revivesNothing() {
    assertThat(three(ANYTHING).story(RotationModelTest::isRevival))
        .as("tokens of a session whose end was committed")
        .isEmpty();
  }

  @Test
  void refusesNoHonestClientThatIsAloneAndInTime() {
    assertThat(
            clients(HONEST, DISTURBING, DISTURBING)
                .story(step -> isRefusedWhileAlive(step) && !isLate(step)))
        .as("an honest client that is logged out")
        .isEmpty();
  }

  @Test
  void refusesOneOfSeveralHonestClientsOnlyWhenItIsLateOrOvertaken() {
    assertThat(
            three(ANYTHING)
                .story(step -> isRefusedWhileAlive(step) && !isLate(step) && !isOvertaken(step)))
        .as("an honest client that is logged out")
        .isEmpty();
  }

  /** What the test before allows does happen, with nobody but honest clients. */
  @Test
  void takesAnOvertakenClientForAThief() {
    assertThat(three(HONEST).story(step -> isRefusedWhileAlive(step) && !isLate(step)))
        .as("an honest client that is logged out in time")
        .isPresent();
  }

  /** Of a token, whoever presents it and when: R1 is dead as soon as R3 exists. */
  @Test
  void endsTheSessionOfWhatIsOlderThanThePredecessor() {
    assertThat(
            three(ANYTHING)
                .story(
                    step ->
                        isOvertaken(step)
                            && !step.before().row().revoked()
                            && verdict(step).filter(Verdict.REUSED::equals).isEmpty()))
        .as("an old token that does not end its session")
        .isEmpty();
  }

  /** Else there would be nothing to find. */
  @ParameterizedTest
  @CsvSource({
    "REFRESH, LATEST",
    "REFRESH, REPEATED",
    "REFRESH, REUSED",
    "REFRESH, REVOKED",
    "RETRY, REPEATED",
    "RETRY, REUSED",
    "RETRY, REVOKED",
    "REPLAY, REPEATED",
    "REPLAY, REUSED",
    "REPLAY, REVOKED"
  })
  void comesToEveryVerdictThatAClientCanGet(Action action, Verdict verdict) {
    assertThat(
            three(ANYTHING)
                .story(
                    step ->
                        verdict(step).filter(verdict::equals).isPresent()
                            && request(step).filter(one -> one.action() == action).isPresent()))
        .isPresent();
  }

  /** Its presented generation has been given another successor, or the successor is another. */
  private static boolean isSecondLineage(Step step) {
    return step.answer().stream()
        .anyMatch(
            answer ->
                answer
                    .token()
                    .filter(token -> !token.equals(first(step, answer, token)))
                    .isPresent());
  }

  private static Token first(Step step, Answer answer, Token token) {
    return step.before().successors().getOrDefault(answer.request().presented(), token);
  }

  private static boolean isRevival(Step step) {
    boolean revoked = step.before().row().revoked();
    return revoked && (isAnswered(step) || !step.after().row().revoked());
  }

  private static boolean isRefusedWhileAlive(Step step) {
    return step.answer().filter(answer -> answer.token().isEmpty()).isPresent()
        && request(step).filter(Request::isHonest).isPresent()
        && !step.before().row().revoked();
  }

  private static boolean isLate(Step step) {
    return request(step).filter(request -> !request.at().isBefore(graceEnd(step))).isPresent();
  }

  private static boolean isOvertaken(Step step) {
    int generation = step.before().row().generation();
    return request(step).filter(request -> request.presented() < generation - 1).isPresent();
  }

  private static boolean isAnswered(Step step) {
    return step.answer().flatMap(Answer::token).isPresent();
  }

  private static Instant graceEnd(Step step) {
    return step.before().row().refreshedAt().plus(RotationModel.GRACE);
  }

  private static Optional<Verdict> verdict(Step step) {
    return step.answer().map(Answer::verdict);
  }

  private static Optional<Request> request(Step step) {
    return step.answer().map(Answer::request);
  }

  private RotationModel three(Set<Action> each) {
    return clients(each, each, each);
  }

  private RotationModel clients(Set<Action> first, Set<Action> second, Set<Action> third) {
    return new RotationModel(account, table, List.of(first, second, third), ACTIONS);
  }
}
