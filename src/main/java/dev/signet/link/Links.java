package dev.signet.link;

import dev.signet.account.Account;
import dev.signet.database.Database;
import dev.signet.mail.Letter;
import dev.signet.mail.Mails;
import dev.signet.platform.HmacSha256;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Mails links, opens and spends them. */
@ApplicationScoped
public class Links {

  /** How long what somebody shows for the token of a link may be, in characters. */
  public static final int LONGEST_TOKEN = 256;

  @PersistenceContext EntityManager entities;
  @Inject LinkSettings settings;
  @Inject Mails mails;
  @Inject Clock clock;

  private List<HmacSha256> keys;

  @PostConstruct
  void start() {
    keys = Database.ofProcess().secret().deriveAll("link").stream().map(HmacSha256::new).toList();
  }

  /**
   * Mails a link to an account that the transaction at hand has locked, or made. The one before, of
   * the same purpose, is good no more.
   *
   * @param email where to
   */
  @Transactional(value = TxType.MANDATORY, dontRollbackOn = Refusal.class)
  public void mail(Account account, Purpose purpose, String email) {
    LinkToken token = LinkToken.random();
    Instant end = clock.instant().plus(settings.lifetime(purpose));
    remove(account.id(), purpose);
    entities.persist(new Link(token.hash(keys.get(0)), purpose, account.id(), email, end));
    mails.add(
        new Letter(
            email,
            account.language(),
            purpose.template(),
            Map.of("name", account.name(), "link", settings.link(purpose, token))));
  }

  /**
   * Finds the link of a token, and changes nothing.
   *
   * @param purposes what it may be good for
   * @throws dev.signet.problem.ProblemException {@link Problem#LINK_MALFORMED}, or {@link
   *     Problem#LINK_EXPIRED} when its time has run out, it is spent, a newer one has taken its
   *     place, or there never was such a one
   */
  public OpenedLink open(String token, Set<Purpose> purposes) {
    LinkToken shown = LinkToken.parse(token);
    return entities
        .createQuery(
            "select l from Link l where l.hash in :hashes and l.purpose in :purposes", Link.class)
        .setParameter("hashes", keys.stream().map(shown::hash).toList())
        .setParameter("purposes", purposes)
        .getResultStream()
        .filter(link -> link.isGood(clock.instant()))
        .map(Link::opened)
        .findFirst()
        .orElseThrow(Problem.LINK_EXPIRED::refusal);
  }

  /** Whether it was the link that was refused, and another would help. */
  public static boolean areRefused(Refusal refusal) {
    return refusal instanceof ProblemException why
        && (why.isBecause(Problem.LINK_MALFORMED) || why.isBecause(Problem.LINK_EXPIRED));
  }

  /**
   * Spends a link, for the transaction at hand: of two that try, one does.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#LINK_EXPIRED}
   */
  @Transactional(value = TxType.MANDATORY, dontRollbackOn = Refusal.class)
  public void spend(OpenedLink link) {
    int spent =
        entities
            .createQuery("delete from Link l where l.hash = :hash")
            .setParameter("hash", link.hash())
            .executeUpdate();
    if (spent == 0) {
      throw Problem.LINK_EXPIRED.refusal();
    }
  }

  /** Makes the link of a purpose good no more. */
  @Transactional(value = TxType.MANDATORY, dontRollbackOn = Refusal.class)
  public void remove(UUID accountId, Purpose purpose) {
    entities
        .createQuery("delete from Link l where l.accountId = :account and l.purpose = :purpose")
        .setParameter("account", accountId)
        .setParameter("purpose", purpose)
        .executeUpdate();
  }

  /** Makes all links of an account good no more. */
  @Transactional(value = TxType.MANDATORY, dontRollbackOn = Refusal.class)
  public void removeAll(UUID accountId) {
    entities
        .createQuery("delete from Link l where l.accountId = :account")
        .setParameter("account", accountId)
        .executeUpdate();
  }

  /**
   * Removes some of those that have expired. Returns how many; other nodes may do the same at the
   * same time.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  int purge(int most) {
    return entities
        .createNativeQuery(
            """
            delete from link where hash in (select hash from link
              where expires_at <= ?1 order by expires_at fetch first ?2 rows only
              for update skip locked)\
            """)
        .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter(2, most)
        .executeUpdate();
  }
}
