package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.audit.TestEvents;
import dev.signet.event.LoginFailed;
import dev.signet.event.LoginFailed.Because;
import dev.signet.hashing.Argon2Parameters;
import dev.signet.hashing.PasswordHashes;
import dev.signet.input.Origin;
import dev.signet.platform.Secrets;
import dev.signet.platform.TestSettings;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  private static final AccountSettings SETTINGS = AccountSettings.from(TestSettings.shipped());
  private static final Origin ORIGIN = new Origin("192.0.2.1", "a browser");

  private final Table table = new Table();
  private final TestEvents events = new TestEvents();
  private final Credentials credentials = new Credentials();

  CredentialsTest() {
    credentials.accounts = table;
    credentials.hashes = HASHES;
    credentials.pool = new HashingPool(1, 0, Duration.ZERO);
    credentials.events = events;
    credentials.start();
  }

  @Test
  void signUpWithTheRolesOfANewAccount() {
    Account account = credentials.signUp(JANE);
    assertThat(table.rows).containsExactly(account);
    assertThat(account.roles()).containsExactly("user");
    assertThat(account.createdAt()).isEqualTo(NOW);
    assertThat(HASHES.verify(JANE.password(), account.passwordHash())).isTrue();
  }

  @Test
  void areGoodForWhoSignedUp() {
    Account account = credentials.signUp(JANE);
    assertThat(credentials.authenticate("Jane", JANE.password(), ORIGIN)).isSameAs(account);
    assertThat(table.rehashed).isEmpty();
  }

  @Test
  void areRefusedAlikeWhateverIsWrong() {
    credentials.signUp(JANE);
    refuse("Jane", "correct horse batterx");
    refuse("John", JANE.password());
    table.rows.set(0, disabled());
    refuse("Jane", JANE.password());
  }

  @Test
  void areHashedAnewWhenTheHashHasBecomeTooCheap() {
    table.rows.add(new Account(JANE, HASHES.hash(JANE.password()), Set.of("user"), NOW));
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
  void tellObserversOfEachRefusalWithThePasswordMasked() {
    credentials.signUp(JANE);
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

  private static Account disabled() {
    Account account = new Account(JANE, HASHES.hash(JANE.password()), Set.of("user"), NOW);
    return TestAccounts.disable(account);
  }

  private static PasswordHashes hashes(int iterations) {
    return new PasswordHashes(new Argon2Parameters(19_456, iterations, 1), Secrets.random());
  }

  private static final class Table extends Accounts {

    private final List<Account> rows = new ArrayList<>();
    private final List<String> rehashed = new ArrayList<>();

    @Override
    Optional<Account> findByIdentifier(String identifier) {
      String key = IdentifierKey.of(identifier);
      return rows.stream().filter(row -> row.usernameKey().equals(key)).findFirst();
    }

    @Override
    Account add(NewAccount asked, String passwordHash) {
      Account account = new Account(asked, passwordHash, SETTINGS.signupRoles(), NOW);
      rows.add(account);
      return account;
    }

    @Override
    void rehash(Account account, String stronger) {
      rehashed.add(stronger);
    }
  }
}
