package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.origin.Origin;
import dev.signet.platform.TestSettings;
import dev.signet.session.Session.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

  private static final Instant OPENED = Instant.parse("2026-05-01T12:00:00.000Z");
  private static final Instant REFRESHED = OPENED.plus(Duration.ofHours(1));
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofDays(1);
  private static final Duration ABSOLUTE = Duration.ofDays(30);

  private final Account account = TestAccounts.jane("user");

  @Test
  void beginsWithGenerationZeroOfItsAccount() {
    Session session = TestSessions.opened(account, OPENED);
    assertThat(session.accountId()).isEqualTo(account.id());
    assertThat(session.generation()).isZero();
    assertThat(session.createdAt()).isEqualTo(OPENED);
    assertThat(session.refreshedAt()).isEqualTo(OPENED);
    assertThat(session.refreshableUntil()).isEqualTo(OPENED.plus(IDLE));
    assertThat(session.id()).matches("[A-Za-z0-9_-]{22}");
  }

  @Test
  void hasANameOfItsOwn() {
    assertThat(TestSessions.opened(account, OPENED).id())
        .isNotEqualTo(TestSessions.opened(account, OPENED).id());
  }

  @Test
  void isRefreshableUntilItEndsWhateverIsSooner() {
    Session disused = TestSessions.opened(account, OPENED);
    Session shortLived =
        TestSessions.opened(
            account,
            OPENED,
            SessionSettings.from(
                TestSettings.with(Map.of("signet.session.absolute-lifetime", "PT2H"))));
    assertThat(disused.refreshableUntil()).isEqualTo(OPENED.plus(IDLE));
    assertThat(shortLived.refreshableUntil()).isEqualTo(OPENED.plus(Duration.ofHours(2)));
  }

  /** Generation 5, refreshed a moment ago. */
  @ParameterizedTest
  @CsvSource({
    "7, UNKNOWN",
    "6, UNKNOWN",
    "5, LATEST",
    "4, REPEATED",
    "3, REUSED",
    "0, REUSED",
    "2147483647, UNKNOWN",
  })
  void judgesAGenerationByItsDistance(int presented, Verdict verdict) {
    assertThat(fifth().judge(presented, REFRESHED, GRACE)).isEqualTo(verdict);
  }

  @Test
  void repeatsThePredecessorUntilTheGraceIsOver() {
    assertThat(fifth().judge(4, REFRESHED.plus(GRACE).minusMillis(1), GRACE))
        .isEqualTo(Verdict.REPEATED);
    assertThat(fifth().judge(4, REFRESHED.plus(GRACE), GRACE)).isEqualTo(Verdict.REUSED);
  }

  @Test
  void repeatsNothingWithoutAGrace() {
    assertThat(fifth().judge(4, REFRESHED, Duration.ZERO)).isEqualTo(Verdict.REUSED);
  }

  /** The clock of the node that refreshed may be ahead. */
  @Test
  void repeatsThePredecessorBeforeItWasRefreshed() {
    assertThat(fifth().judge(4, REFRESHED.minusSeconds(1), GRACE)).isEqualTo(Verdict.REPEATED);
  }

  @Test
  void isGoodUntilTheVeryMomentOfDisuse() {
    Instant end = REFRESHED.plus(IDLE);
    assertThat(fifth().judge(5, end.minusMillis(1), GRACE)).isEqualTo(Verdict.LATEST);
    assertThat(fifth().judge(5, end, GRACE)).isEqualTo(Verdict.EXPIRED);
  }

  @Test
  void lastsNoLongerHoweverOftenItIsRefreshed() {
    Instant end = OPENED.plus(ABSOLUTE);
    Session session =
        TestSessions.refreshed(TestSessions.opened(account, OPENED), 5, end.minusSeconds(1));
    assertThat(session.refreshableUntil()).isEqualTo(end);
    assertThat(session.judge(5, end.minusMillis(1), GRACE)).isEqualTo(Verdict.LATEST);
    assertThat(session.judge(4, end.minusMillis(1), GRACE)).isEqualTo(Verdict.REPEATED);
    assertThat(session.judge(5, end, GRACE)).isEqualTo(Verdict.EXPIRED);
    assertThat(session.judge(4, end, GRACE)).isEqualTo(Verdict.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({"6", "5", "4", "0"})
  void isExpiredForEveryGeneration(int presented) {
    assertThat(fifth().judge(presented, REFRESHED.plus(IDLE), GRACE)).isEqualTo(Verdict.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({"6", "5", "4", "0"})
  void isRevokedBeforeAnythingElse(int presented) {
    Session session = TestSessions.revoked(fifth(), REFRESHED);
    assertThat(session.judge(presented, REFRESHED, GRACE)).isEqualTo(Verdict.REVOKED);
    assertThat(session.judge(presented, OPENED.plus(ABSOLUTE), GRACE)).isEqualTo(Verdict.REVOKED);
  }

  @Test
  void goesOnWithAnotherGenerationForWhoProvesThatItIsHis() {
    Session session = ofBrowser();

    assertThat(session.confirm(account, limits(), REFRESHED)).isTrue();

    assertThat(session.authenticatedAt()).isEqualTo(REFRESHED);
    assertThat(session.createdAt()).isEqualTo(OPENED);
    assertThat(session.judge(1, REFRESHED, GRACE)).isEqualTo(Verdict.LATEST);
    assertThat(session.judge(0, REFRESHED, GRACE)).isEqualTo(Verdict.REPEATED);
    assertThat(session.refreshableUntil()).isEqualTo(REFRESHED.plus(IDLE));
  }

  @Test
  void lastsNoLongerWhoeverProvesThatItIsHis() {
    Session session = ofBrowser();
    for (int hour = 12; hour < 700; hour += 12) {
      assertThat(session.confirm(account, limits(), OPENED.plus(Duration.ofHours(hour)))).isTrue();
    }

    assertThat(session.refreshableUntil()).isEqualTo(OPENED.plus(ABSOLUTE));
  }

  @Test
  void isLeftAloneByAnotherAndOnceItIsOver() {
    Session session = ofBrowser();

    assertThat(session.confirm(TestAccounts.jane("user"), limits(), REFRESHED)).isFalse();
    assertThat(session.confirm(account, limits(), OPENED.plus(IDLE))).isFalse();
    assertThat(TestSessions.revoked(session, OPENED).confirm(account, limits(), OPENED)).isFalse();
    assertThat(TestSessions.opened(account, OPENED).confirm(account, limits(), OPENED)).isFalse();

    assertThat(session.generation()).isZero();
    assertThat(session.authenticatedAt()).isEqualTo(OPENED);
  }

  private Session ofBrowser() {
    return new Session(account, new Origin("192.0.2.1", ""), SessionKind.BROWSER, limits(), OPENED);
  }

  private static SessionLimits limits() {
    return new SessionLimits(IDLE, ABSOLUTE);
  }

  private Session fifth() {
    return TestSessions.refreshed(TestSessions.opened(account, OPENED), 5, REFRESHED);
  }
}
