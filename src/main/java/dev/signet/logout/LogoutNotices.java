package dev.signet.logout;

import dev.signet.client.RegisteredClient;
import dev.signet.client.RegisteredClients;
import dev.signet.platform.Refusal;
import dev.signet.session.LiveSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adds notices, and says which client is to be told next. */
@ApplicationScoped
class LogoutNotices {

  @PersistenceContext EntityManager entities;
  @Inject RegisteredClients clients;
  @Inject LogoutSettings settings;
  @Inject Clock clock;

  /** In the transaction that ends the login: who is logged out is told of, or neither. */
  void add(@Observes LiveSession.Ended ended) {
    Instant now = clock.instant();
    ended.clients().stream()
        .filter(client -> client(client).isPresent())
        .forEach(client -> entities.persist(new LogoutNotice(ended, client, now)));
  }

  /** The client of an id, if it wants to be told. */
  Optional<RegisteredClient> client(String id) {
    return clients.find(id).filter(client -> client.addresses().backchannelLogout().isPresent());
  }

  /**
   * Takes the notice that has been due for longest, if there is one. The transaction ends here: the
   * client may take its time, and meanwhile no other node takes the same.
   *
   * @param silent clients that are not to be told just now
   */
  @Transactional(dontRollbackOn = Refusal.class)
  Optional<LogoutNotice> take(Set<String> silent) {
    Instant now = clock.instant();
    Query query =
        entities
            .createNativeQuery(
                "select * from logout_notice where due_at <= ?1"
                    + others(silent.size())
                    + " order by due_at fetch first 1 rows only for update skip locked",
                LogoutNotice.class)
            .setParameter(1, now.atOffset(ZoneOffset.UTC));
    int position = 2;
    for (String client : silent) {
      query.setParameter(position++, client);
    }
    List<?> due = query.getResultList();
    Optional<LogoutNotice> notice = due.stream().map(LogoutNotice.class::cast).findFirst();
    notice.ifPresent(taken -> taken.take(now.plus(settings.longestAttempt())));
    return notice;
  }

  private static String others(int silent) {
    return silent == 0
        ? ""
        : IntStream.range(2, silent + 2)
            .mapToObj(i -> "?" + i)
            .collect(Collectors.joining(", ", " and client_id not in (", ")"));
  }

  /** Removes a notice that a client has got, or is not to get. */
  @Transactional(dontRollbackOn = Refusal.class)
  void remove(LogoutNotice done) {
    entities
        .createQuery("delete from LogoutNotice n where n.id = :id")
        .setParameter("id", done.id())
        .executeUpdate();
  }

  /**
   * Notes that an attempt has failed. Returns when the next is; empty where there is none: it is
   * too late, or another has taken the notice since.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  Optional<Instant> fail(LogoutNotice taken) {
    LogoutNotice notice =
        entities.find(LogoutNotice.class, taken.id(), LockModeType.PESSIMISTIC_WRITE);
    if (notice == null || !notice.isInTheAttemptOf(taken)) {
      return Optional.empty();
    }
    if (notice.fail(clock.instant(), settings.retries())) {
      return Optional.of(notice.dueAt());
    }
    entities.remove(notice);
    return Optional.empty();
  }
}
