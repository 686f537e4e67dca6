package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.session.Session.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every order in which three clients can refresh one session, lose answers, try again, replay what
 * they once had, log out and change the password, over the statement and the verdict that decide:
 * each step of a transaction that others can come between is a step here.
 */
class RotationModelTest {

  private static final int CLIENTS = 3;
  private static final int ACTIONS = 6;
  private static final Instant OPENED = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Account account = TestAccounts.jane("user");

  /** Where a request stands: nowhere, turned away by the statement, or about to end the session. */
  private enum Step {
    IDLE,
    TURNED_AWAY,
    FOUND_REUSE
  }

  /**
   * A client.
   *
   * @param held the generations whose tokens it has ever had, a bit each
   * @param presented the generation of the request it waits for
   */
  private record Client(int held, Step step, int presented) {

    boolean has(int generation) {
      return (held >> generation & 1) == 1;
    }

    Client gets(int generation) {
      return new Client(held | 1 << generation, Step.IDLE, 0);
    }

    Client at(Step next, int generation) {
      return new Client(held, next, generation);
    }
  }

  /**
   * The world.
   *
   * @param refreshed whether the latest refresh was before or after the clock moved past the grace
   */
  private record World(
      int generation,
      int refreshed,
      boolean revoked,
      int clock,
      int actionsLeft,
      List<Client> clients) {

    World with(int index, Client client) {
      List<Client> changed = new ArrayList<>(clients);
      changed.set(index, client);
      return new World(generation, refreshed, revoked, clock, actionsLeft, List.copyOf(changed));
    }

    World spent() {
      return new World(generation, refreshed, revoked, clock, actionsLeft - 1, clients);
    }

    World ended() {
      return new World(generation, refreshed, true, clock, actionsLeft, clients);
    }

    World moved(int to) {
      return new World(to, clock, revoked, clock, actionsLeft, clients);
    }

    World later() {
      return new World(generation, refreshed, revoked, clock + 1, actionsLeft, clients);
    }

    Instant now() {
      return OPENED.plus(GRACE.multipliedBy(clock));
    }
  }

  @Test
  void keepsOneLineageAndRevivesNothing() throws SQLException {
    try (RotationTable table = new RotationTable(account, OPENED)) {
      Set<World> seen = new HashSet<>();
      Deque<World> open = new ArrayDeque<>(List.of(beginning()));
      while (!open.isEmpty()) {
        World world = open.pop();
        if (seen.add(world)) {
          open.addAll(next(world, table));
        }
      }
      assertThat(seen).hasSizeGreaterThan(10_000);
    }
  }

  private static World beginning() {
    Client client = new Client(1, Step.IDLE, 0);
    return new World(0, 0, false, 0, ACTIONS, List.of(client, client, client));
  }

  private List<World> next(World world, RotationTable table) {
    List<World> next = new ArrayList<>();
    if (world.clock() == 0) {
      next.add(world.later());
    }
    for (int index = 0; index < CLIENTS; index++) {
      switch (world.clients().get(index).step()) {
        case IDLE -> next.addAll(begun(world, index, table));
        case TURNED_AWAY -> next.addAll(judged(world, index));
        case FOUND_REUSE -> next.add(idle(world, index).ended());
      }
    }
    return next;
  }

  /** A logout and a password change end the session alike; a refresh presents any token it has. */
  private List<World> begun(World world, int index, RotationTable table) {
    List<World> next = new ArrayList<>();
    if (world.actionsLeft() > 0) {
      next.add(world.spent().ended());
      for (int generation = 0; generation <= world.generation(); generation++) {
        if (world.clients().get(index).has(generation)) {
          next.addAll(presented(world.spent(), index, generation, table));
        }
      }
    }
    return next;
  }

  private List<World> presented(World world, int index, int generation, RotationTable table) {
    Client client = world.clients().get(index);
    if (!table.moves(world.generation(), world.revoked(), generation, world.now())) {
      return List.of(world.with(index, client.at(Step.TURNED_AWAY, generation)));
    }
    assertThat(world.revoked()).as("revived: %s", world).isFalse();
    assertThat(generation).as("a second lineage: %s", world).isEqualTo(world.generation());
    return answered(world.moved(generation + 1), index);
  }

  private List<World> judged(World world, int index) {
    int presented = world.clients().get(index).presented();
    Verdict verdict = row(world).judge(presented, world.now(), GRACE);
    boolean predecessor = presented == world.generation() - 1;
    boolean inGrace = world.refreshed() == world.clock();
    assertThat(verdict)
        .as("%s, who presented %s", world, presented)
        .isEqualTo(
            world.revoked()
                ? Verdict.REVOKED
                : predecessor && inGrace ? Verdict.REPEATED : Verdict.REUSED);
    return switch (verdict) {
      case REPEATED -> answered(world, index);
      case REUSED ->
          List.of(world.with(index, world.clients().get(index).at(Step.FOUND_REUSE, presented)));
      default -> List.of(idle(world, index));
    };
  }

  /** The answer may be lost on its way. */
  private static List<World> answered(World world, int index) {
    Client client = world.clients().get(index);
    return List.of(world.with(index, client.gets(world.generation())), idle(world, index));
  }

  private static World idle(World world, int index) {
    return world.with(index, world.clients().get(index).at(Step.IDLE, 0));
  }

  private Session row(World world) {
    Session session = TestSessions.opened(account, OPENED);
    TestSessions.refreshed(
        session, world.generation(), OPENED.plus(GRACE.multipliedBy(world.refreshed())));
    return world.revoked() ? TestSessions.revoked(session, OPENED) : session;
  }
}
