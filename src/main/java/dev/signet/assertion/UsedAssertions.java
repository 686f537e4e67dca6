package dev.signet.assertion;

import dev.signet.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

/** Adds and removes what was shown. */
@ApplicationScoped
class UsedAssertions {

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /**
   * Notes that an assertion was shown. One statement decides: of two that show it at the same
   * moment, on whichever nodes, one is the first. Returns whether this was.
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public boolean add(ClientAssertion assertion) {
    return entities
            .createNativeQuery(
                "insert into used_assertion (hash, expires_at) values (?1, ?2)"
                    + " on conflict do nothing")
            .setParameter(1, hash(assertion.client() + " " + assertion.id()))
            .setParameter(2, assertion.expiresAt().atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  /** Removes some that are good no more. Returns how many. */
  @Transactional(dontRollbackOn = Refusal.class)
  public int purge(int most) {
    Instant now = clock.instant();
    return entities
        .createNativeQuery(
            """
            delete from used_assertion where hash in (select hash from used_assertion
              where expires_at <= ?1 order by expires_at fetch first ?2 rows only
              for update skip locked)\
            """)
        .setParameter(1, now.minusSeconds(60).atOffset(ZoneOffset.UTC))
        .setParameter(2, most)
        .executeUpdate();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
