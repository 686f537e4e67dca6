package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All records have one head, which whoever appends has locked: much at once, on the same accounts,
 * and nobody waits for somebody who waits for him.
 */
@WireTest
class AuditLocksIT {

  private static final int ROUNDS = 8;
  private static final int AT_ONCE = 12;

  private static AuditedNode node;

  private final List<Person> persons = List.of(Person.stranger(), Person.stranger());
  private final List<Answer> answers = new ArrayList<>();

  @BeforeAll
  static void start() {
    node = new AuditedNode("locks", Map.of("SIGNET_SESSION_MAX_PER_ACCOUNT", "2"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /** Each login ends sessions that others of them refresh, reuse or end. */
  @Test
  void nobodyWaitsForEver() {
    List<UUID> ids = persons.stream().map(person -> node.signUp(person).accountId()).toList();
    int logins = logins();
    int made = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Answer> sessions = persons.stream().map(AuditLocksIT::refreshedTwice).toList();
      made += sessions.size();
      answers.addAll(Parallel.times(AT_ONCE, i -> act(i, ids, sessions)));
    }

    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 401);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
    int more = (int) answers.stream().filter(AuditLocksIT::isLogin).count();
    assertThat(logins() - logins).isEqualTo(made + more);
    assertThat(node.verdict().getBoolean("good")).isTrue();
    assertThat(node.server().log()).doesNotContainIgnoringCase("deadlock");
  }

  private Answer act(int i, List<UUID> ids, List<Answer> sessions) {
    int who = i % 2;
    Answer session = sessions.get(who);
    return switch (i / 2) {
      case 0, 1 -> node.login(persons.get(who), Signet.PASSWORD);
      case 2 -> node.server().post("/api/auth/refresh", Map.of("refresh", session.refresh()));
      case 3 ->
          node.put(
              ids.get(who),
              "password",
              Map.of("password", Signet.PASSWORD, "kept_session", AuditedNode.sid(session)));
      case 4 -> node.put(ids.get(who), "password", Map.of("password", Signet.PASSWORD));
      default -> node.server().post("/api/auth/logout", Map.of("refresh", session.refresh()));
    };
  }

  /** The tokens of a session that has gone two steps on: a refresh with them is a reuse. */
  private static Answer refreshedTwice(Person person) {
    Answer login = node.login(person);
    Answer next = node.server().post("/api/auth/refresh", Map.of("refresh", login.refresh()));
    node.server().post("/api/auth/refresh", Map.of("refresh", next.refresh()));
    return login;
  }

  private static boolean isLogin(Answer answer) {
    return answer.status() == 200;
  }

  private static int logins() {
    return node.database().count("select count(*) from audit_event where kind = 'login_succeeded'");
  }
}
