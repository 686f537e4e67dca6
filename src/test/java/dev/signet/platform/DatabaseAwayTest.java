package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "53300", "90067", "90098",
        "90121"
      })
  void isToldByTheStateOfADriver(String state) {
    assertThat(DatabaseAway.sign(new SQLException("planted", state)))
        .contains("SQL state " + state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "23505", "22001", "40001", "42601", "53100", "57014", "90020"})
  void isNotWhatElseADriverMaySay(String state) {
    assertThat(DatabaseAway.sign(new SQLException("planted", state))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("signs")
  void isToldByTheKindOfAnException(Exception failure) {
    assertThat(DatabaseAway.sign(new IllegalStateException(failure))).isPresent();
  }

  static Stream<Exception> signs() {
    return Stream.of(
        new SQLTransientConnectionException("planted"),
        new SQLNonTransientConnectionException("planted"),
        new XAException(XAException.XAER_RMERR),
        new XAException(XAException.XAER_RMFAIL),
        new jakarta.resource.ResourceException("planted"),
        new jakarta.resource.spi.ResourceAllocationException("planted"));
  }

  @Test
  void isNotWhatElseMayFail() {
    assertThat(DatabaseAway.sign(new SQLException("planted"))).isEmpty();
    assertThat(DatabaseAway.sign(new IllegalStateException("planted"))).isEmpty();
    assertThat(DatabaseAway.sign(new XAException(XAException.XA_RBINTEGRITY))).isEmpty();
  }

  @Test
  void isSeenAmongWhatWasSuppressed() {
    RuntimeException commit = new IllegalStateException("planted");
    commit.addSuppressed(new IllegalStateException(new SQLException("planted", "08006")));
    assertThat(DatabaseAway.sign(new IllegalStateException(commit))).contains("SQL state 08006");
  }

  @Test
  void endsWhereCausesGoInACircle() {
    RuntimeException one = new IllegalStateException("planted");
    one.initCause(new IllegalStateException(one));
    assertThat(DatabaseAway.sign(one)).isEmpty();
  }
}
