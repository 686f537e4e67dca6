package dev.signet.session;

import dev.signet.session.RotationTable.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A moment in the life of a session that several clients share.
 *
 * @param row what the database says
 * @param now what the clocks say
 * @param actionsLeft how many requests may still be begun
 * @param successors what was given for each generation for the first time
 */
record RotationWorld(
    Row row, Instant now, int actionsLeft, Map<Integer, Token> successors, List<Client> clients) {

  /** What a client can ask for. */
  enum Action {
    /** Presents the latest token it has received. */
    REFRESH,
    /** Presents it again, since the answer was lost. */
    RETRY,
    /** Presents a copy of any token that is no longer the latest, whoever had it. */
    REPLAY,
    LOGOUT,
    PASSWORD_CHANGE
  }

  /** How far the server has come with a request. */
  enum Phase {
    /** It has looked at the clock. */
    BEGUN,
    /** The statement has changed nothing. */
    TURNED_AWAY,
    /** The row that was read since says that somebody has a copy. */
    FOUND_REUSE
  }

  /** A refresh token: it is a function of its session's id and of these. */
  record Token(int generation, Instant refreshedAt) {

    static Token of(Row row) {
      return new Token(row.generation(), row.refreshedAt());
    }
  }

  /**
   * A request that the server is at.
   *
   * @param at the time that it goes by
   */
  record Request(Action action, int presented, Instant at, Phase phase) {

    Request in(Phase next) {
      return new Request(action, presented, at, next);
    }

    /** Whether it presents what an honest client presents. */
    boolean isHonest() {
      return action != Action.REPLAY;
    }
  }

  /**
   * A client, which does one thing after the other.
   *
   * @param latest the latest token it has received
   * @param lost whether it waits in vain for the answer to that
   */
  record Client(Token latest, boolean lost, Optional<Request> request) {

    Client asks(Request next) {
      return new Client(latest, lost, Optional.of(next));
    }

    Client gets(Token token) {
      return new Client(token, false, Optional.empty());
    }

    Client losesAnswer() {
      return new Client(latest, lost || request.orElseThrow().isHonest(), Optional.empty());
    }

    Client isRefused() {
      return new Client(latest, false, Optional.empty());
    }
  }

  static RotationWorld of(int clients, int actions, Instant opened) {
    Row row = new Row(0, opened, false);
    Client client = new Client(Token.of(row), false, Optional.empty());
    return new RotationWorld(
        row, opened, actions, Map.of(), List.copyOf(Collections.nCopies(clients, client)));
  }

  Client client(int index) {
    return clients.get(index);
  }

  Request request(int index) {
    return client(index).request().orElseThrow();
  }

  RotationWorld with(int index, Client client) {
    List<Client> changed = new ArrayList<>(clients);
    changed.set(index, client);
    return new RotationWorld(row, now, actionsLeft, successors, List.copyOf(changed));
  }

  RotationWorld with(Row changed) {
    return new RotationWorld(changed, now, actionsLeft, successors, clients);
  }

  RotationWorld at(Instant later) {
    return new RotationWorld(row, later, actionsLeft, successors, clients);
  }

  /** One action less may be begun. */
  RotationWorld spent() {
    return new RotationWorld(row, now, actionsLeft - 1, successors, clients);
  }

  /** The session was ended. */
  RotationWorld ended() {
    return with(new Row(row.generation(), row.refreshedAt(), true));
  }

  /** The server has given a token for a generation. */
  RotationWorld gave(Token token, int presented) {
    Map<Integer, Token> given = new HashMap<>(successors);
    given.putIfAbsent(presented, token);
    return new RotationWorld(row, now, actionsLeft, Map.copyOf(given), clients);
  }
}
