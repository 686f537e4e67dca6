package dev.signet.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.signet.platform.Schedule;
import dev.signet.platform.TestSettings;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Its beans are made by hand. */
@SuppressWarnings("UnnecessaryAssignment")
class RevocationFeedTest {

  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration STALE = Duration.ofMinutes(1);

  private final Turns turns = new Turns();
  private final Table table = new Table();
  private final RevocationFeed feed = new RevocationFeed();

  RevocationFeedTest() {
    feed.schedule = turns;
    feed.revocations = table;
    feed.settings = RevocationSettings.from(TestSettings.shipped());
    now(NOW);
    feed.start();
    feed.start(new Object());
  }

  @Test
  void isReadOnceASecond() {
    assertThat(turns.pauses).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void trustsNoTokenBeforeItsFirstReading() {
    assertThat(feed.isCurrent()).isFalse();
    refuse(Problem.UNAVAILABLE);
  }

  @Test
  void letsPassWhatIsNotRevoked() throws Exception {
    turns.next();
    assertThat(feed.isCurrent()).isTrue();
    assertThatNoException().isThrownBy(this::check);
  }

  @Test
  void trustsNoTokenOnceItIsStale() throws Exception {
    turns.next();
    now(NOW.plus(STALE).minusMillis(1));
    assertThatNoException().isThrownBy(this::check);
    now(NOW.plus(STALE));
    refuse(Problem.UNAVAILABLE);
    turns.next();
    assertThatNoException().isThrownBy(this::check);
  }

  @Test
  void isNotCurrentForAReadingThatFailed() {
    table.broken = true;
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(turns::next);
    refuse(Problem.UNAVAILABLE);
  }

  /** It trusts what it knows for a while, but is to be sent no more requests. */
  @Test
  void followsNoLongerOnceAReadingHasFailed() throws Exception {
    turns.next();
    assertThat(feed.isFollowing()).isTrue();
    table.broken = true;
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(turns::next);
    assertThat(feed.isFollowing()).isFalse();
    assertThatNoException().isThrownBy(this::check);
    table.broken = false;
    turns.next();
    assertThat(feed.isFollowing()).isTrue();
  }

  @Test
  void followsNoLongerOnceItIsStale() throws Exception {
    turns.next();
    now(NOW.plus(STALE));
    assertThat(feed.isFollowing()).isFalse();
  }

  @Test
  void refusesWhatThisNodeRevokedBeforeItReadsSo() throws Exception {
    turns.next();
    feed.applyOwn(Revocation.ofSession(ACCOUNT, "sid", EndReason.LOGOUT, NOW.plusSeconds(9)));
    refuse(Problem.TOKEN_BLACKLISTED);
  }

  @Test
  void refusesWhatIsOfAnEarlierVersionOfTheAccount() throws Exception {
    turns.next();
    feed.applyOwn(Revocation.ofAccount(ACCOUNT, 1, EndReason.LOGOUT, NOW.plusSeconds(9)));
    refuse(Problem.TOKEN_BLACKLISTED);
    assertThatNoException().isThrownBy(() -> feed.refuseIfRevoked("sid", ACCOUNT, 1));
  }

  @Test
  void forgetsWhatCanConcernNoTokenAnyMore() throws Exception {
    feed.applyOwn(Revocation.ofSession(ACCOUNT, "sid", EndReason.LOGOUT, NOW.plusSeconds(9)));
    now(NOW.plusSeconds(9));
    turns.next();
    assertThatNoException().isThrownBy(this::check);
  }

  @Test
  void refusesWhatItReads() throws Exception {
    table.rows.add(revocation(1, "sid"));
    turns.next();
    refuse(Problem.TOKEN_BLACKLISTED);
  }

  @Test
  void readsOnBehindWhatIsSettled() throws Exception {
    table.rows.add(revocation(1, "a"));
    table.rows.add(revocation(3, "b"));
    turns.next();
    table.rows.add(revocation(2, "sid"));
    turns.next();
    turns.next();
    assertThat(table.asked).containsExactly(0L, 1L, 3L);
    refuse(Problem.TOKEN_BLACKLISTED);
  }

  private static Revocation revocation(long seq, String sessionId) {
    Revocation row =
        Revocation.ofSession(ACCOUNT, sessionId, EndReason.LOGOUT, NOW.plus(Duration.ofMinutes(5)));
    return TestRevocations.numbered(row, seq);
  }

  private void now(Instant now) {
    feed.clock = Clock.fixed(now, ZoneOffset.UTC);
  }

  private void check() {
    feed.refuseIfRevoked("sid", ACCOUNT, 0);
  }

  private void refuse(Problem problem) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(this::check)
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
  }

  /** A schedule whose turns the test gives. */
  private static final class Turns extends Schedule {

    private final List<Duration> pauses = new ArrayList<>();
    private final List<Work> work = new ArrayList<>();

    @Override
    public void repeat(String what, Duration pause, Work repeated) {
      pauses.add(pause);
      work.add(repeated);
    }

    void next() throws Exception {
      for (Work repeated : work) {
        repeated.run();
      }
    }
  }

  private static final class Table extends Revocations {

    private final List<Revocation> rows = new ArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private boolean broken;

    @Override
    List<Revocation> after(long seq, Instant now) {
      asked.add(seq);
      if (broken) {
        throw new IllegalStateException("planted");
      }
      return rows.stream().filter(row -> row.seq() > seq).toList();
    }
  }
}
