package dev.signet.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevokedTokensTest {

  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private static final Instant EXPIRY = Instant.parse("2026-05-01T12:05:00Z");

  private final RevokedTokens revoked = new RevokedTokens();

  @Test
  void concernNobodyAtFirst() {
    assertThat(revoked.ofSession("sid")).isEmpty();
    assertThat(revoked.ofAccount(ACCOUNT, 0)).isEmpty();
  }

  @Test
  void concernASessionAndNoOther() {
    revoked.add(session("sid", EndReason.LOGOUT));
    assertThat(revoked.ofSession("sid")).contains(EndReason.LOGOUT);
    assertThat(revoked.ofSession("SID")).isEmpty();
    assertThat(revoked.ofAccount(ACCOUNT, 0)).isEmpty();
  }

  @Test
  void concernWhatIsOfAnEarlierVersionOfAnAccount() {
    revoked.add(account(3, EndReason.ROLES_CHANGED));
    assertThat(revoked.ofAccount(ACCOUNT, 0)).contains(EndReason.ROLES_CHANGED);
    assertThat(revoked.ofAccount(ACCOUNT, 2)).contains(EndReason.ROLES_CHANGED);
    assertThat(revoked.ofAccount(ACCOUNT, 3)).isEmpty();
    assertThat(revoked.ofAccount(ACCOUNT, 4)).isEmpty();
    assertThat(revoked.ofAccount(OTHER, 2)).isEmpty();
  }

  @Test
  void holdTheLaterOfTwoWhicheverComesFirst() {
    revoked.add(account(3, EndReason.ACCOUNT_DISABLED));
    revoked.add(account(2, EndReason.ROLES_CHANGED));
    assertThat(revoked.ofAccount(ACCOUNT, 2)).contains(EndReason.ACCOUNT_DISABLED);
    revoked.add(account(4, EndReason.ROLES_CHANGED));
    assertThat(revoked.ofAccount(ACCOUNT, 3)).contains(EndReason.ROLES_CHANGED);
  }

  @Test
  void areForgottenAtTheVeryMomentTheLastTokenExpires() {
    revoked.add(session("sid", EndReason.REUSE));
    revoked.add(account(1, EndReason.LOGOUT));
    revoked.forget(EXPIRY.minusMillis(1));
    assertThat(revoked.ofSession("sid")).isPresent();
    assertThat(revoked.ofAccount(ACCOUNT, 0)).isPresent();
    revoked.forget(EXPIRY);
    assertThat(revoked.ofSession("sid")).isEmpty();
    assertThat(revoked.ofAccount(ACCOUNT, 0)).isEmpty();
  }

  /** An earlier one that is read again must not shorten what a later one says. */
  @Test
  void areForgottenWithTheLatestOfThem() {
    revoked.add(
        Revocation.ofAccount(ACCOUNT, 2, EndReason.LOGOUT, EXPIRY.plus(Duration.ofMinutes(1))));
    revoked.add(account(1, EndReason.LOGOUT));
    revoked.forget(EXPIRY);
    assertThat(revoked.ofAccount(ACCOUNT, 1)).isPresent();
  }

  @Test
  void mayBeReadTwice() {
    Revocation revocation = session("sid", EndReason.LOGOUT);
    revoked.add(revocation);
    revoked.add(revocation);
    revoked.forget(EXPIRY);
    assertThat(revoked.ofSession("sid")).isEmpty();
  }

  private static Revocation session(String id, EndReason because) {
    return Revocation.ofSession(ACCOUNT, id, because, EXPIRY);
  }

  private static Revocation account(int version, EndReason because) {
    return Revocation.ofAccount(ACCOUNT, version, because, EXPIRY);
  }
}
