package dev.signet.revocation;

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
    assertThat(revoked.ofSession("sid")).isEmpty();
    assertThat(revoked.ofAccount(ACCOUNT, Instant.EPOCH)).isEmpty();
  }

  @Test
  void concernASessionAndNoOther() {
    revoked.add(
        Revocation.ofSession(ACCOUNT, "sid", EndReason.LOGOUT, NOW, Duration.between(NOW, EXPIRY)));
    assertThat(revoked.ofSession("sid")).isPresent();
    assertThat(revoked.ofSession("SID")).isEmpty();
    assertThat(revoked.ofAccount(ACCOUNT, Instant.EPOCH)).isEmpty();
  }

  @Test
  void concernWhatAnAccountWasGivenInTheVerySecondOrBefore() {
    revoked.add(
        Revocation.ofAccount(ACCOUNT, EndReason.LOGOUT, NOW, Duration.between(NOW, EXPIRY)));
    assertThat(revoked.ofAccount(ACCOUNT, SECOND.minusSeconds(1))).isPresent();
    assertThat(revoked.ofAccount(ACCOUNT, SECOND)).isPresent();
    assertThat(revoked.ofAccount(ACCOUNT, SECOND.plusSeconds(1))).isEmpty();
    assertThat(revoked.ofAccount(OTHER, SECOND)).isEmpty();
  }

  @Test
  void concernATokenOfTheVeryInstant() {
    revoked.add(
        Revocation.ofAccount(ACCOUNT, EndReason.LOGOUT, SECOND, Duration.between(SECOND, EXPIRY)));
    assertThat(revoked.ofAccount(ACCOUNT, SECOND)).isPresent();
    assertThat(revoked.ofAccount(ACCOUNT, SECOND.plusMillis(1))).isEmpty();
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
    assertThat(revoked.ofAccount(ACCOUNT, SECOND)).isPresent();
    revoked.add(later);
    assertThat(revoked.ofAccount(ACCOUNT, SECOND)).isPresent();
  }

  @Test
  void areForgottenAtTheVeryMomentTheLastTokenExpires() {
    revoked.add(
        Revocation.ofSession(ACCOUNT, "sid", EndReason.REUSE, NOW, Duration.between(NOW, EXPIRY)));
    revoked.add(
        Revocation.ofAccount(ACCOUNT, EndReason.LOGOUT, NOW, Duration.between(NOW, EXPIRY)));
    revoked.forget(EXPIRY.minusMillis(1));
    assertThat(revoked.ofSession("sid")).isPresent();
    assertThat(revoked.ofAccount(ACCOUNT, SECOND)).isPresent();
    revoked.forget(EXPIRY);
    assertThat(revoked.ofSession("sid")).isEmpty();
    assertThat(revoked.ofAccount(ACCOUNT, SECOND)).isEmpty();
  }

  @Test
  void mayBeReadTwice() {
    Revocation revocation =
        Revocation.ofSession(ACCOUNT, "sid", EndReason.LOGOUT, NOW, Duration.between(NOW, EXPIRY));
    revoked.add(revocation);
    revoked.add(revocation);
    revoked.forget(EXPIRY);
    assertThat(revoked.ofSession("sid")).isEmpty();
  }
}
