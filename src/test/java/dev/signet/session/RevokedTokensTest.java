package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevokedTokensTest {

  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00.500Z");
  private static final Instant SECOND = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant EXPIRY = NOW.plus(Duration.ofMinutes(5));

  private final RevokedTokens revoked = new RevokedTokens();

  @Test
  void concernNobodyAtFirst() {
    assertThat(revoked.concernsSession("sid")).isFalse();
    assertThat(revoked.concernsAccount(ACCOUNT, Instant.EPOCH)).isFalse();
  }

  @Test
  void concernASessionAndNoOther() {
    revoked.add(
        Revocation.ofSession(ACCOUNT, "sid", EndReason.LOGOUT, NOW, Duration.between(NOW, EXPIRY)));
    assertThat(revoked.concernsSession("sid")).isTrue();
    assertThat(revoked.concernsSession("SID")).isFalse();
    assertThat(revoked.concernsAccount(ACCOUNT, Instant.EPOCH)).isFalse();
  }

  @Test
  void concernWhatAnAccountWasGivenInTheVerySecondOrBefore() {
    revoked.add(
        Revocation.ofAccount(ACCOUNT, EndReason.LOGOUT, NOW, Duration.between(NOW, EXPIRY)));
    assertThat(revoked.concernsAccount(ACCOUNT, SECOND.minusSeconds(1))).isTrue();
    assertThat(revoked.concernsAccount(ACCOUNT, SECOND)).isTrue();
    assertThat(revoked.concernsAccount(ACCOUNT, SECOND.plusSeconds(1))).isFalse();
    assertThat(revoked.concernsAccount(OTHER, SECOND)).isFalse();
  }

  @Test
  void concernATokenOfTheVeryInstant() {
    revoked.add(
        Revocation.ofAccount(ACCOUNT, EndReason.LOGOUT, SECOND, Duration.between(SECOND, EXPIRY)));
    assertThat(revoked.concernsAccount(ACCOUNT, SECOND)).isTrue();
    assertThat(revoked.concernsAccount(ACCOUNT, SECOND.plusMillis(1))).isFalse();
  }

  @Test
  void holdTheLaterOfTwoWhicheverComesFirst() {
    Revocation earlier =
        Revocation.ofAccount(
            ACCOUNT,
            EndReason.LOGOUT,
            NOW.minusSeconds(60),
            Duration.between(NOW.minusSeconds(60), EXPIRY));
    Revocation later =
        Revocation.ofAccount(ACCOUNT, EndReason.LOGOUT, NOW, Duration.between(NOW, EXPIRY));
    revoked.add(later);
    revoked.add(earlier);
    assertThat(revoked.concernsAccount(ACCOUNT, SECOND)).isTrue();
    revoked.add(later);
    assertThat(revoked.concernsAccount(ACCOUNT, SECOND)).isTrue();
  }

  @Test
  void areForgottenAtTheVeryMomentTheLastTokenExpires() {
    revoked.add(
        Revocation.ofSession(ACCOUNT, "sid", EndReason.REUSE, NOW, Duration.between(NOW, EXPIRY)));
    revoked.add(
        Revocation.ofAccount(ACCOUNT, EndReason.LOGOUT, NOW, Duration.between(NOW, EXPIRY)));
    revoked.forget(EXPIRY.minusMillis(1));
    assertThat(revoked.concernsSession("sid")).isTrue();
    assertThat(revoked.concernsAccount(ACCOUNT, SECOND)).isTrue();
    revoked.forget(EXPIRY);
    assertThat(revoked.concernsSession("sid")).isFalse();
    assertThat(revoked.concernsAccount(ACCOUNT, SECOND)).isFalse();
  }

  @Test
  void mayBeReadTwice() {
    Revocation revocation =
        Revocation.ofSession(ACCOUNT, "sid", EndReason.LOGOUT, NOW, Duration.between(NOW, EXPIRY));
    revoked.add(revocation);
    revoked.add(revocation);
    revoked.forget(EXPIRY);
    assertThat(revoked.concernsSession("sid")).isFalse();
  }
}
