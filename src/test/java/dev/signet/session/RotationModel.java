package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.session.RotationTable.Row;
import dev.signet.session.RotationWorld.Action;
import dev.signet.session.RotationWorld.Client;
import dev.signet.session.RotationWorld.Phase;
import dev.signet.session.RotationWorld.Request;
import dev.signet.session.RotationWorld.Token;
import dev.signet.session.Session.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that can come of clients that do what they may, in every order of the steps that a
 * database shows of each: the statement; else the row that is read after it, and judged; then the
 * end of the session. The statement is run by a database and the verdict is {@link Session}'s own;
 * the model itself decides nothing.
 */
final class RotationModel {

  static final Instant OPENED = Instant.parse("2026-05-01T12:00:00Z");
  static final Duration GRACE = Duration.ofSeconds(10);

  private final Account account;
  private final RotationTable table;
  private final List<Set<Action>> clients;
  private final int actions;

  /**
   * A request was answered.
   *
   * @param token what it was answered with; empty where it was refused
   */
  record Answer(Request request, Verdict verdict, Optional<Token> token) {}

  /** From one world to the next. */
  record Step(RotationWorld before, String what, Optional<Answer> answer, RotationWorld after) {}

  /**
   * A model.
   *
   * @param clients what each of them may do
   * @param actions how many actions there are at most, of all together
   */
  RotationModel(Account account, RotationTable table, List<Set<Action>> clients, int actions) {
    this.account = account;
    this.table = table;
    this.clients = clients;
    this.actions = actions;
  }

  /** One of the shortest stories that have such an end; empty where none has. */
  Optional<String> story(Predicate<Step> end) {
    RotationWorld beginning = RotationWorld.of(clients.size(), actions, OPENED);
    Map<RotationWorld, Optional<Step>> seen = new HashMap<>(Map.of(beginning, Optional.empty()));
    Deque<RotationWorld> open = new ArrayDeque<>(List.of(beginning));
    while (!open.isEmpty()) {
      for (Step step : next(open.remove())) {
        if (end.test(step)) {
          return Optional.of(told(step, seen));
        }
        if (seen.putIfAbsent(step.after(), Optional.of(step)) == null) {
          open.add(step.after());
        }
      }
    }
    return Optional.empty();
  }

  private static String told(Step end, Map<RotationWorld, Optional<Step>> seen) {
    List<String> story = new ArrayList<>();
    Optional<Step> latest = Optional.of(end);
    while (latest.isPresent()) {
      story.add(0, latest.get().what());
      latest = seen.getOrDefault(latest.get().before(), Optional.empty());
    }
    return "\n  " + String.join("\n  ", story);
  }

  private List<Step> next(RotationWorld world) {
    List<Step> steps = new ArrayList<>();
    if (world.now().equals(OPENED)) {
      steps.add(step(world, "the grace goes by", world.at(OPENED.plus(GRACE))));
    }
    for (int index = 0; index < clients.size(); index++) {
      Optional<Request> request = world.client(index).request();
      if (request.isEmpty() && world.actionsLeft() > 0) {
        begin(world, index, steps);
      } else if (request.isPresent()) {
        steps.addAll(resumed(world, index, request.get()));
      }
    }
    return steps;
  }

  private void begin(RotationWorld world, int index, List<Step> steps) {
    Client client = world.client(index);
    for (Action action : clients.get(index)) {
      switch (action) {
        case REFRESH, RETRY -> {
          if (client.lost() == (action == Action.RETRY)) {
            steps.add(sent(world, index, action, client.latest().generation()));
          }
        }
        case REPLAY -> {
          for (int old = 0; old < world.row().generation(); old++) {
            steps.add(sent(world, index, action, old));
          }
        }
        case LOGOUT, PASSWORD_CHANGE ->
            steps.add(step(world, by(index) + action, world.spent().ended()));
      }
    }
  }

  private static Step sent(RotationWorld world, int index, Action action, int presented) {
    Request request = new Request(action, presented, world.now(), Phase.BEGUN);
    return step(
        world,
        by(index) + action + " with generation " + presented,
        world.spent().with(index, world.client(index).asks(request)));
  }

  private List<Step> resumed(RotationWorld world, int index, Request request) {
    return switch (request.phase()) {
      case BEGUN -> updated(world, index, request);
      case TURNED_AWAY -> judged(world, index, request);
      case FOUND_REUSE -> List.of(endedForReuse(world, index));
    };
  }

  private List<Step> updated(RotationWorld world, int index, Request request) {
    Optional<Row> moved = table.advanced(world.row(), request.presented(), request.at());
    if (moved.isPresent()) {
      return answered(world, world.with(moved.get()), index, Verdict.LATEST);
    }
    RotationWorld after =
        world.with(index, world.client(index).asks(request.in(Phase.TURNED_AWAY)));
    return List.of(step(world, by(index) + "the statement changes nothing", after));
  }

  private List<Step> judged(RotationWorld world, int index, Request request) {
    Verdict verdict = session(world.row()).judge(request.presented(), request.at(), GRACE);
    return switch (verdict) {
      case LATEST, REPEATED -> answered(world, world, index, verdict);
      case REUSED, REVOKED, UNKNOWN, EXPIRED -> List.of(refused(world, index, verdict));
    };
  }

  /** The answer may be lost on its way. */
  private static List<Step> answered(
      RotationWorld before, RotationWorld after, int index, Verdict verdict) {
    Request request = before.request(index);
    Token token = Token.of(after.row());
    Optional<Answer> answer = Optional.of(new Answer(request, verdict, Optional.of(token)));
    RotationWorld given = after.gave(token, request.presented());
    String what = by(index) + verdict + ", given " + token.generation();
    Client client = before.client(index);
    return List.of(
        new Step(before, what, answer, given.with(index, client.gets(token))),
        new Step(before, what + ", lost", answer, given.with(index, client.losesAnswer())));
  }

  private static Step refused(RotationWorld world, int index, Verdict verdict) {
    Client client = world.client(index);
    Request request = world.request(index);
    RotationWorld after =
        world.with(
            index,
            verdict == Verdict.REUSED
                ? client.asks(request.in(Phase.FOUND_REUSE))
                : client.isRefused());
    Answer answer = new Answer(request, verdict, Optional.empty());
    return new Step(world, by(index) + verdict, Optional.of(answer), after);
  }

  private static Step endedForReuse(RotationWorld world, int index) {
    RotationWorld after = world.ended().with(index, world.client(index).isRefused());
    return step(world, by(index) + "the session is ended", after);
  }

  private static Step step(RotationWorld before, String what, RotationWorld after) {
    return new Step(before, what, Optional.empty(), after);
  }

  private static String by(int index) {
    return "client " + (index + 1) + ": ";
  }

  private Session session(Row row) {
    Session session = TestSessions.opened(account, OPENED);
    TestSessions.refreshed(session, row.generation(), row.refreshedAt());
    return row.revoked() ? TestSessions.revoked(session, OPENED) : session;
  }
}
