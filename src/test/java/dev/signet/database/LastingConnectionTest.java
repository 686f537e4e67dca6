package dev.signet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastingConnectionTest {

  private static final String URL = "jdbc:h2:mem:lasting;DB_CLOSE_DELAY=-1";

  private final List<Connection> opened = new ArrayList<>();
  private final Connection connection = LastingConnection.to(this::open);
  private boolean away;

  @BeforeEach
  void makeATable() throws SQLException {
    try (Connection maker = DriverManager.getConnection(URL)) {
      execute(maker, "create table note (number integer)");
    }
  }

  @AfterEach
  void endTheDatabase() throws SQLException {
    try (Connection last = DriverManager.getConnection(URL)) {
      execute(last, "shutdown");
    }
  }

  @Test
  void isOpenedWhenWorkBegins() throws SQLException {
    connection.setAutoCommit(false);
    connection.rollback();
    connection.commit();
    assertThat(connection.getAutoCommit()).isFalse();
    assertThat(connection.isClosed()).isFalse();
    assertThat(opened).isEmpty();
    write(1);
    assertThat(opened).hasSize(1);
  }

  @Test
  void keepsTheRealOneAsLongAsThatLasts() throws SQLException {
    write(1);
    connection.setAutoCommit(false);
    write(2);
    connection.commit();
    write(3);
    assertThat(opened).hasSize(1);
  }

  @Test
  void commitsAndRollsBack() throws SQLException {
    connection.setAutoCommit(false);
    write(1);
    connection.commit();
    write(2);
    connection.rollback();
    write(3);
    connection.setAutoCommit(true);
    assertThat(numbers()).containsExactly(1, 3);
  }

  @Test
  void opensAnotherBetweenTwoTransactions() throws SQLException {
    connection.setAutoCommit(false);
    write(1);
    connection.commit();
    breakLatest();
    write(2);
    connection.commit();
    assertThat(numbers()).containsExactly(1, 2);
    assertThat(opened).hasSize(2);
  }

  @Test
  void opensAnotherBetweenTwoStatementsThatStandAlone() throws SQLException {
    write(1);
    breakLatest();
    write(2);
    assertThat(numbers()).containsExactly(1, 2);
  }

  /** The first half has been rolled back: the second alone would be half a transaction. */
  @Test
  void doesNotGoOnInTheMiddleOfATransaction() throws SQLException {
    connection.setAutoCommit(false);
    write(1);
    breakLatest();
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> write(2));
    assertThatNoException().isThrownBy(connection::rollback);
    write(3);
    connection.commit();
    assertThat(numbers()).containsExactly(3);
  }

  @Test
  void doesNotCommitWhatIsLost() throws SQLException {
    connection.setAutoCommit(false);
    write(1);
    breakLatest();
    assertThatExceptionOfType(SQLException.class).isThrownBy(connection::commit);
    write(2);
    connection.commit();
    assertThat(numbers()).containsExactly(2);
  }

  @Test
  void failsWhileTheDatabaseIsAwayAndRecovers() throws SQLException {
    write(1);
    breakLatest();
    away = true;
    connection.setAutoCommit(false);
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> write(2));
    assertThatNoException().isThrownBy(connection::rollback);
    away = false;
    write(3);
    connection.commit();
    assertThat(numbers()).containsExactly(1, 3);
  }

  @Test
  void provesItselfWhenAnotherHasBroken() throws SQLException {
    Connection other = LastingConnection.to(this::open);
    execute(other, "insert into note values (1)");
    write(2);
    breakLatest();
    write(3);
    execute(other, "insert into note values (4)");
    assertThat(opened).hasSize(3);
    assertThat(numbers()).containsExactly(1, 2, 3, 4);
    other.close();
  }

  @Test
  void closesTheRealOneAndOpensNoOther() throws SQLException {
    write(1);
    connection.close();
    assertThat(connection.isClosed()).isTrue();
    assertThat(opened.get(0).isClosed()).isTrue();
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> write(2));
    assertThat(opened).hasSize(1);
  }

  private Connection open() throws SQLException {
    if (away) {
      throw new SQLException("planted", "08001");
    }
    Connection real = DriverManager.getConnection(URL);
    opened.add(real);
    return real;
  }

  private void breakLatest() throws SQLException {
    opened.get(opened.size() - 1).close();
  }

  private void write(int number) throws SQLException {
    execute(connection, "insert into note values (" + number + ")");
  }

  private static void execute(Connection where, String sql) throws SQLException {
    try (Statement statement = where.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<Integer> numbers() throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    try (Connection reader = DriverManager.getConnection(URL);
        Statement statement = reader.createStatement();
        ResultSet rows = statement.executeQuery("select number from note order by number")) {
      while (rows.next()) {
        numbers.add(rows.getInt(1));
      }
    }
    return numbers;
  }
}
