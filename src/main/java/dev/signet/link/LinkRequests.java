package dev.signet.link;

import dev.signet.account.Account;
import dev.signet.account.AccountSettings;
import dev.signet.account.AccountSettings.Verification;
import dev.signet.account.Accounts;
import dev.signet.account.IdentifierKey;
import dev.signet.origin.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Takes requests for links from anybody, and answers those of who has an account. That happens
 * after the request, which so takes as long whether there is an account or not (ASVS 6.3.8), and on
 * whichever node is first.
 */
@ApplicationScoped
public class LinkRequests {

  @PersistenceContext EntityManager entities;
  @Inject Accounts accounts;
  @Inject Links links;
  @Inject AccountSettings settings;
  @Inject Throttle throttle;
  @Inject Clock clock;

  /**
   * Takes a request.
   *
   * @param identifier an e-mail address, of somebody or nobody
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void add(Purpose purpose, String identifier, Origin origin) {
    throttle.mail(purpose.name(), IdentifierKey.of(identifier), origin);
    entities.persist(new LinkRequest(purpose, identifier, clock.instant()));
  }

  /** Takes the request that has been due for longest, if there is one, out of others' hands. */
  @Transactional(dontRollbackOn = Refusal.class)
  Optional<LinkRequest> take() {
    Instant now = clock.instant();
    List<?> due =
        entities
            .createNativeQuery(
                """
                select * from link_request where due_at <= ?1 order by due_at
                fetch first 1 rows only for update skip locked\
                """,
                LinkRequest.class)
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .getResultList();
    Optional<LinkRequest> request = due.stream().map(LinkRequest.class::cast).findFirst();
    request.ifPresent(taken -> taken.take(now));
    return request;
  }

  /** Answers a request that was taken: mails the link where there is an account to mail it to. */
  @Transactional(dontRollbackOn = Refusal.class)
  void answer(LinkRequest request) {
    entities
        .createQuery("delete from LinkRequest r where r.id = :id")
        .setParameter("id", request.id())
        .executeUpdate();
    if (request.isForgotten(clock.instant())) {
      return;
    }
    accounts
        .findByIdentifier(request.identifier())
        .flatMap(found -> accounts.lock(found.id()))
        .filter(account -> suits(account, request.purpose()))
        .ifPresent(account -> links.mail(account, suiting(account, request), account.email()));
  }

  /** Of whom an account is that two have asked for, only a password of one's own says. */
  private static Purpose suiting(Account account, LinkRequest request) {
    return account.isContested() ? Purpose.RESET_PASSWORD : request.purpose();
  }

  private boolean suits(Account account, Purpose purpose) {
    return switch (purpose) {
      case RESET_PASSWORD -> !account.isDisabled();
      case VERIFY_EMAIL ->
          (account.isPending() || settings.verification() != Verification.NONE)
              && !account.isDisabled()
              && account.emailVerifiedAt().isEmpty();
      case CHANGE_EMAIL -> false;
    };
  }
}
