package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.audit.AuditVerifier.Finding;
import dev.signet.audit.AuditVerifier.Flaw;
import dev.signet.database.Database;
import dev.signet.platform.TestEnvironments;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over more than two pages; its beans are made by hand. */
@SuppressWarnings("UnnecessaryAssignment")
class AuditVerifierTest {

  private static final int LENGTH = 2500;

  private static final Database DATABASE =
      Database.open(
          TestEnvironments.ofDatabase("jdbc:h2:mem:verifier;MODE=PostgreSQL;DB_CLOSE_DELAY=-1"));

  private static final AuditKey KEY = new AuditKey(DATABASE);
  private static final AuditChain CHAIN = KEY.chain();

  private final Table table = new Table();
  private final AuditVerifier verifier = new AuditVerifier();

  @BeforeEach
  void fill() {
    table.records.addAll(TestRecords.linked(CHAIN, LENGTH));
    AuditEvent last = table.records.get(LENGTH - 1);
    table.head = new AuditHead(LENGTH, last.hash(), 0, "", "").signed(CHAIN);
    verifier.events = table;
    verifier.key = KEY;
  }

  @Test
  void findsNothingWrong() {
    assertThat(verifier.verify().finding()).isEmpty();
    assertThat(verifier.verify().last()).isEqualTo(LENGTH);
    assertThat(verifier.verify().hash()).isEqualTo(table.head.hash());
  }

  @Test
  void findsNothingWrongBeforeTheFirst() {
    table.records.clear();
    table.head = AuditHead.EMPTY.signed(CHAIN);

    assertThat(verifier.verify().isGood()).isTrue();
    assertThat(verifier.hashOf(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 1001, 2000, LENGTH})
  void namesWhatWasEdited(int seq) {
    AuditEvent record = table.records.get(seq - 1);
    table.records.set(seq - 1, TestRecords.record("another").linked(seq, record.hash()));

    assertFinding(seq, Flaw.EDITED);
    assertThat(verifier.verify().last()).isEqualTo(seq - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 1001, 2000, LENGTH})
  void namesWhatIsGone(int seq) {
    table.records.remove(seq - 1);

    assertFinding(seq, Flaw.MISSING);
  }

  /** However far. */
  @Test
  void namesWhatWasMoved() {
    AuditEvent third = table.records.remove(2);
    table.records.add(third.linked(LENGTH + 1, third.hash()));

    assertFinding(3, Flaw.MOVED);
  }

  /** Behind the end there is something, and not what is looked for. */
  @Test
  void namesTheLastThatIsGoneWhileOthersAreAppended() {
    append();
    table.records.remove(LENGTH - 1);

    assertFinding(LENGTH, Flaw.MISSING);
  }

  @Test
  void namesAKeyThatIsNotOurs() {
    table.sealedKey = "AAAA" + table.sealedKey.substring(4);

    assertFinding(0, Flaw.FOREIGN_KEY);
  }

  /** What is appended while it reads is no concern of it. */
  @Test
  void leavesOutWhatIsAppendedMeanwhile() {
    append();

    assertThat(verifier.verify().isGood()).isTrue();
  }

  /** What the clock removes while it reads is not missing. */
  @Test
  void readsAgainFromWhereTheChainBeginsByNow() {
    AuditEvent last = table.records.get(9);
    table.beforeReading =
        () -> {
          table.records.subList(0, 10).clear();
          table.head = table.head.without(last, CHAIN);
        };

    assertThat(verifier.verify().isGood()).isTrue();
    assertThat(table.records).hasSize(LENGTH - 10);
  }

  private void append() {
    AuditEvent next = TestRecords.record("x");
    next.linked(LENGTH + 1, CHAIN.hash(table.head.hash(), LENGTH + 1, next));
    table.records.add(next);
  }

  private void assertFinding(long seq, Flaw flaw) {
    assertThat(verifier.verify().finding()).contains(new Finding(seq, flaw));
  }

  private static final class Table extends AuditEvents {

    private final List<AuditEvent> records = new ArrayList<>();
    private String sealedKey = sealedKey();
    private AuditHead head = AuditHead.EMPTY;
    private Runnable beforeReading = () -> {};

    private static String sealedKey() {
      try (Connection connection = DATABASE.connections().getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select sealed_key from audit_head")) {
        row.next();
        return row.getString(1);
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }

    @Override
    List<AuditEvent> after(long seq, int most) {
      beforeReading.run();
      beforeReading = () -> {};
      return records.stream().filter(record -> record.seq() > seq).limit(most).toList();
    }

    @Override
    StoredHead head() {
      return new StoredHead(head, sealedKey);
    }

    @Override
    Optional<Long> stray() {
      return Optional.empty();
    }
  }
}
