package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signet.audit.TestEvents;
import dev.signet.event.LoginFailed;
import dev.signet.event.LoginFailed.Because;
import dev.signet.hashing.Argon2Parameters;
import dev.signet.hashing.HashingPool;
import dev.signet.hashing.PasswordHashes;
import dev.signet.origin.Origin;
import dev.signet.platform.Secrets;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.throttle.TestThrottles;
import dev.signet.throttle.Throttle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Its beans are made by hand. */
@SuppressWarnings("UnnecessaryAssignment")
class CredentialsTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final NewAccount JANE =
      new NewAccount("Jane", "jane@example.org", "", "correct horse battery");
  private static final PasswordHashes HASHES = hashes(2);

  private static final Origin ORIGIN = new Origin("192.0.2.1", "a browser");

  private final Table table = new Table();
  private final TestEvents events = new TestEvents();
  private final Throttle throttle = TestThrottles.of(NOW).throttle();
  private final Credentials credentials = new Credentials();
  private final Account account =
      new Account(JANE, HASHES.hash(JANE.password()), Set.of("user"), NOW);

  CredentialsTest() {
    credentials.accounts = table;
    credentials.hashes = HASHES;
    credentials.pool = new HashingPool(1, 0, Duration.ZERO);
    credentials.events = events;
    credentials.throttle = throttle;
    credentials.start();
    table.rows.add(account);
  }

  @Test
  void areGoodForWhoSignedUp() {
    assertThat(credentials.authenticate("Jane", JANE.password(), ORIGIN)).isSameAs(account);
    assertThat(table.rehashed).isEmpty();
  }

  @Test
  void areRefusedAlikeWhateverIsWrong() {
    refuse("Jane", "correct horse batterx");
    refuse("John", JANE.password());
    TestAccounts.disable(account);
    refuse("Jane", JANE.password());
    TestAccounts.makePending(account);
    refuse("Jane", JANE.password());
  }

  @Test
  void tellWhyAnAccountMayNotLogInToWhoKnowsThePassword() {
    TestAccounts.disable(account);
    assertThat(candidly(JANE.password())).isEqualTo(Problem.ACCOUNT_INACTIVE);
    assertThat(candidly("wrong")).isEqualTo(Problem.NO_ACTIVE_ACCOUNT);
    TestAccounts.makePending(account);
    assertThat(candidly(JANE.password())).isEqualTo(Problem.EMAIL_NOT_VERIFIED);
    assertThat(candidly("wrong")).isEqualTo(Problem.NO_ACTIVE_ACCOUNT);
  }

  @Test
  void matchTheirOwnAccountAlone() {
    assertThat(credentials.match(account, JANE.password(), ORIGIN)).isTrue();
    assertThat(credentials.match(account, JANE.password() + " ", ORIGIN)).isFalse();
    assertThat(credentials.match(TestAccounts.jane(), JANE.password(), ORIGIN)).isFalse();
  }

  @Test
  void areHashedAnewWhenTheHashHasBecomeTooCheap() {
    credentials.hashes = hashes(3);
    refuse("Jane", "correct horse batterx");
    assertThat(table.rehashed).isEmpty();
    credentials.authenticate("Jane", JANE.password(), ORIGIN);
    assertThat(table.rehashed).singleElement().asString().contains("t=3");
  }

  @Test
  void areRefusedWhenThereIsNoCoreToCheckThemOn() {
    credentials.pool = new HashingPool(0, 0, Duration.ZERO);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> credentials.authenticate("John", "x", ORIGIN))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.BUSY));
  }

  @Test
  void areThrottledAlikeAfterTenFailuresWithAName() {
    for (String name : List.of("Jane", "John")) {
      for (int i = 0; i < 10; i++) {
        refuse(i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT), "hunter2");
      }
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> credentials.authenticate(name, JANE.password(), ORIGIN))
          .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.THROTTLED_BRIEFLY));
    }
  }

  @Test
  void areNotCountedWhenNobodyHasLookedAtThem() {
    credentials.pool = new HashingPool(0, 0, Duration.ZERO);
    for (int i = 0; i < 200; i++) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> credentials.authenticate("Jane", JANE.password(), ORIGIN))
          .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.BUSY));
    }
    credentials.pool = new HashingPool(1, 0, Duration.ZERO);

    assertThat(credentials.authenticate("Jane", JANE.password(), ORIGIN)).isSameAs(account);
  }

  @Test
  void tellObserversOfEachRefusalWithThePasswordMasked() {
    refuse("Jane", "hunter2");
    refuse("John", "hunter2");
    assertThat(events.told())
        .containsExactly(
            LoginFailed.of(
                "Jane",
                table.findByIdentifier("Jane").map(Account::id),
                Because.WRONG_PASSWORD,
                ORIGIN),
            LoginFailed.of("John", Optional.empty(), Because.UNKNOWN_NAME, ORIGIN));
    assertThat(events.told().toString()).doesNotContain("hunter2").contains("*".repeat(20));
  }

  private void refuse(String identifier, String password) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> credentials.authenticate(identifier, password, ORIGIN))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NO_ACTIVE_ACCOUNT));
  }

  private Problem candidly(String password) {
    return catchThrowableOfType(
            ProblemException.class,
            () -> credentials.authenticateCandidly("Jane", password, ORIGIN))
        .problem();
  }

  private static PasswordHashes hashes(int iterations) {
    return new PasswordHashes(new Argon2Parameters(19_456, iterations, 1), Secrets.random());
  }

  private static final class Table extends Accounts {

    private final List<Account> rows = new ArrayList<>();
    private final List<String> rehashed = new ArrayList<>();

    @Override
    public Optional<Account> findByIdentifier(String identifier) {
      String key = IdentifierKey.of(identifier);
      return rows.stream().filter(row -> row.usernameKey().equals(key)).findFirst();
    }

    @Override
    void rehash(Account account, String stronger) {
      rehashed.add(stronger);
    }
  }
}
