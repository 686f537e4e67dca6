package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.TestAccounts;
import dev.signet.session.RotationTable.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How long a refresh lets a session last, as the database does it. */
class LimitsByKindTest {

  private static final Instant OPENED = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant LATER = OPENED.plus(Duration.ofHours(3));

  private RotationTable table;

  @BeforeEach
  void open() throws SQLException {
    table = new RotationTable(TestAccounts.jane("user"), OPENED);
  }

  @AfterEach
  void close() throws SQLException {
    table.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionKind.class,
      names = {"BROWSER", "REMEMBERED", "OFFLINE"})
  void aRefreshPutsOffTheEndByDisuseOfTheKind(SessionKind kind) throws SQLException {
    Duration idle =
        switch (kind) {
          case BROWSER -> RotationTable.BROWSER;
          case REMEMBERED -> RotationTable.REMEMBERED;
          default -> RotationTable.OFFLINE;
        };
    table.become(kind);

    assertThat(table.advanced(new Row(0, OPENED, false), 0, LATER)).isPresent();
    assertThat(time("idle_expires_at")).isEqualTo(LATER.plus(idle));

    assertThat(time("used_at")).isEqualTo(LATER);

    assertThat(table.lasts(1, false, 1, LATER.plusSeconds(1))).isTrue();
    assertThat(time("idle_expires_at")).isEqualTo(LATER.plusSeconds(1).plus(idle));
    assertThat(time("used_at")).isEqualTo(LATER.plusSeconds(1));
  }

  /** Its lifetime of a day would end three hours later. */
  @ParameterizedTest
  @EnumSource(
      value = SessionKind.class,
      names = {"API", "SLIDING", "CLIENT"})
  void noKindOutlastsTheSession(SessionKind kind) throws SQLException {
    table.become(kind);

    assertThat(table.advanced(new Row(0, OPENED, false), 0, LATER)).isPresent();

    assertThat(time("idle_expires_at")).isEqualTo(OPENED.plus(RotationTable.LIFETIME));
  }

  @ParameterizedTest
  @EnumSource
  void aRefreshThatNobodyIsBehindPutsOffNothing(SessionKind kind) throws SQLException {
    table.become(kind);
    Instant before = time("idle_expires_at");

    assertThat(table.advancesUnattended(4, false, 4, LATER)).isTrue();

    assertThat(table.column("generation")).isEqualTo("5");
    assertThat(time("refreshed_at")).isEqualTo(LATER);
    assertThat(time("idle_expires_at")).isEqualTo(before);
    assertThat(time("used_at")).isEqualTo(OPENED);
  }

  @Test
  void aRefreshThatNobodyIsBehindIsUnderTheSameRules() {
    assertThat(table.advancesUnattended(3, false, 2, LATER)).isFalse();
    assertThat(table.advancesUnattended(3, true, 3, LATER)).isFalse();
    assertThat(table.advancesUnattended(3, false, 3, OPENED.plus(RotationTable.LIFETIME)))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("endsOfTheLogin")
  void aClientRefreshesNothingOnceTheLoginIsOver(String how) throws SQLException {
    table.endLogin(how);

    table.become(SessionKind.CLIENT);
    assertThat(table.advanced(new Row(0, OPENED, false), 0, LATER)).isEmpty();
    assertThat(table.advancesUnattended(0, false, 0, LATER)).isFalse();
    assertThat(table.lasts(0, false, 0, LATER)).isFalse();

    table.become(SessionKind.OFFLINE);
    assertThat(table.lasts(0, false, 0, LATER)).isTrue();
  }

  /** The person is at the client instead of at us. */
  @Test
  void aRefreshByAClientPutsOffTheEndOfTheLogin() throws SQLException {
    table.become(SessionKind.CLIENT);
    table.endLogin("kind = 'REMEMBERED'");

    assertThat(table.usesLogin(3, false, 3, LATER)).isTrue();

    assertThat(instant(table.columnOfLogin("idle_expires_at")))
        .isEqualTo(LATER.plus(RotationTable.REMEMBERED));
    assertThat(instant(table.columnOfLogin("used_at"))).isEqualTo(LATER);
    assertThat(time("used_at")).isEqualTo(OPENED);
  }

  @ParameterizedTest
  @MethodSource("endsOfTheLogin")
  void noRefreshByAClientBringsALoginBack(String how) throws SQLException {
    table.become(SessionKind.CLIENT);
    table.endLogin(how);

    assertThat(table.usesLogin(0, false, 0, LATER)).isFalse();
  }

  /** A copy of an older refresh token is use by somebody else. */
  @Test
  void nothingElsePutsOffTheEndOfTheLogin() throws SQLException {
    table.become(SessionKind.CLIENT);
    assertThat(table.usesLogin(3, false, 2, LATER)).isFalse();
    assertThat(table.usesLogin(3, true, 3, LATER)).isFalse();

    table.become(SessionKind.OFFLINE);
    assertThat(table.usesLogin(3, false, 3, LATER)).isFalse();
  }

  static Stream<String> endsOfTheLogin() {
    return Stream.of(
        "revoked_at = created_at",
        "idle_expires_at = '2026-05-01T15:00:00Z'",
        "expires_at = '2026-05-01T15:00:00Z'",
        "id = 'gone'");
  }

  private Instant time(String column) throws SQLException {
    return instant(table.column(column));
  }

  private static Instant instant(String written) {
    return OffsetDateTime.parse(written.replace(' ', 'T') + ":00").toInstant();
  }
}
