package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.hashing.Argon2Parameters;
import dev.signet.hashing.PasswordHashes;
import dev.signet.platform.Secrets;
import dev.signet.platform.TestSettings;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

  private final Table table = new Table();
  private final Credentials credentials = new Credentials();

  CredentialsTest() {
    credentials.accounts = table;
    credentials.hashes = HASHES;
    credentials.pool = new HashingPool(1, 0, Duration.ZERO);
    credentials.settings = AccountSettings.from(TestSettings.shipped());
    credentials.clock = Clock.fixed(NOW, ZoneOffset.UTC);
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
    assertThat(credentials.authenticate("Jane", JANE.password())).isSameAs(account);
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
    credentials.authenticate("Jane", JANE.password());
    assertThat(table.rehashed).singleElement().asString().contains("t=3");
  }

  @Test
  void areRefusedWhenThereIsNoCoreToCheckThemOn() {
    credentials.pool = new HashingPool(0, 0, Duration.ZERO);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> credentials.authenticate("John", "x"))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.BUSY));
  }

  private void refuse(String identifier, String password) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> credentials.authenticate(identifier, password))
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
    void add(Account account) {
      rows.add(account);
    }

    @Override
    void rehash(Account account, String stronger) {
      rehashed.add(stronger);
    }
  }
}
