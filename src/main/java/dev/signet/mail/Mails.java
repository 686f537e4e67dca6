package dev.signet.mail;

import dev.signet.database.Database;
import dev.signet.database.Seal;
import dev.signet.platform.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Adds mails, and says which is to be sent next. */
@ApplicationScoped
public class Mails {

  @PersistenceContext EntityManager entities;
  @Inject MailSettings settings;
  @Inject Clock clock;

  private Seal seal;

  @PostConstruct
  void open() {
    seal = new Seal(Database.ofProcess().secret(), "mail");
  }

  /**
   * Mails a letter when the transaction of the caller has committed, within seconds; if it does not
   * commit, never. The letter may arrive twice, with one Message-ID, where a node ends between the
   * mail server's yes and its own note of it.
   *
   * @throws jakarta.transaction.TransactionalException where there is no transaction
   */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = Refusal.class)
  public void add(Letter letter) {
    Mail mail = new Mail(clock.instant());
    byte[] content = letter.toJson().getBytes(StandardCharsets.UTF_8);
    entities.persist(mail.holding(seal.close(mail.id(), content)));
  }

  /** The letter of a mail; empty where the secret does not open it, or it was given up. */
  Optional<Letter> letterOf(Mail mail) {
    return mail.content()
        .flatMap(content -> seal.open(mail.id(), content))
        .map(json -> Letter.fromJson(new String(json, StandardCharsets.UTF_8)));
  }

  /**
   * Takes the mail that has been due for longest, if there is one. The transaction ends here: the
   * mail server may take its time, and meanwhile no other node takes the same.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  Optional<Mail> take() {
    Instant now = clock.instant();
    List<?> due =
        entities
            .createNativeQuery(
                """
                select * from outbox where due_at <= ?1 order by due_at
                fetch first 1 rows only for update skip locked\
                """,
                Mail.class)
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .getResultList();
    Optional<Mail> mail = due.stream().map(Mail.class::cast).findFirst();
    mail.ifPresent(taken -> taken.take(now.plus(settings.longestAttempt())));
    return mail;
  }

  /** Removes a mail that was sent. */
  @Transactional(dontRollbackOn = Refusal.class)
  void remove(Mail sent) {
    entities
        .createQuery("delete from Mail m where m.id = :id")
        .setParameter("id", sent.id())
        .executeUpdate();
  }

  /**
   * Notes that an attempt has failed. Returns what has become of the mail; empty where another has
   * taken it since.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  Optional<Mail> fail(Mail taken) {
    Mail mail = entities.find(Mail.class, taken.id(), LockModeType.PESSIMISTIC_WRITE);
    if (mail == null || !mail.isInTheAttemptOf(taken)) {
      return Optional.empty();
    }
    mail.fail(clock.instant(), settings.retries());
    return Optional.of(mail);
  }

  /**
   * Removes some of those that were given up long ago. Returns how many; other nodes may do the
   * same at the same time.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  int purge(int most) {
    return entities
        .createNativeQuery(
            """
            delete from outbox where id in (select id from outbox
              where failed_at <= ?1 order by failed_at fetch first ?2 rows only
              for update skip locked)\
            """)
        .setParameter(1, clock.instant().minus(settings.failedRetention()).atOffset(ZoneOffset.UTC))
        .setParameter(2, most)
        .executeUpdate();
  }
}
