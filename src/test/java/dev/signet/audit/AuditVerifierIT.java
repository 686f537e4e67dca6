package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.OwnDatabase;
import dev.signet.wire.Person;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who can write rows edits the audit, and the verifier names the record. */
@WireTest
class AuditVerifierIT {

  private static AuditedNode node;
  private static OwnDatabase database;

  private long last;

  @BeforeAll
  static void start() {
    node = new AuditedNode("verifier", Map.of());
    database = node.database();
    Person kim = Person.stranger();
    Answer signup = node.signUp(kim);
    node.login(kim, "wrong");
    node.put(signup.accountId(), "active", Map.of("active", "false"));
    node.put(signup.accountId(), "roles", Map.of("roles", "user auditor"));
    database.change("create table kept_event as select * from audit_event where 1 = 0");
    database.change("create table kept_head as select * from audit_head where 1 = 0");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void keep() {
    database.change("insert into kept_event select * from audit_event");
    database.change("insert into kept_head select * from audit_head");
    last = node.lastSeq();
    assertThat(last).isGreaterThanOrEqualTo(7);
    assertGood();
  }

  @AfterEach
  void restore() {
    database.change("delete from audit_event");
    database.change("delete from audit_head");
    database.change("insert into audit_event select * from kept_event");
    database.change("insert into audit_head select * from kept_head");
    database.change("delete from kept_event");
    database.change("delete from kept_head");
    assertGood();
  }

  /** A log that is kept elsewhere has the number and the hash of each record. */
  @Test
  void theLineOfTheLogHasTheHash() {
    Map<String, String> record = node.records().get((int) last - 1);
    String hash = record.getOrDefault("hash", "");

    node.server().awaitLog(hash);

    assertThat(node.server().log().lines().filter(line -> line.contains(hash)))
        .singleElement()
        .asString()
        .contains("\"seq\":" + last + ",")
        .contains("{\"event\":\"" + record.get("kind") + "\",\"outcome\":\"SUCCESS\",")
        .contains("\"account\":\"" + record.get("account_id") + "\"")
        .contains("\"ip\":\"" + record.get("ip") + "\"")
        .endsWith("\"hash\":\"" + hash + "\"}")
        .doesNotContain("Java-http-client");
  }

  @Test
  void oneByteInAnyColumnOfAnyRecord() {
    List<String> texts =
        node.records().get(0).keySet().stream()
            .filter(column -> !List.of("seq", "happened_at").contains(column))
            .toList();
    for (long seq : List.of(1L, 4L, last)) {
      for (String column : texts) {
        String kept = "(select %s from kept_event where seq = %d)".formatted(column, seq);
        flip(seq, column);
        assertFlaw(seq, "EDITED");
        database.change(
            "update audit_event set %s = %s where seq = %d".formatted(column, kept, seq));
        assertGood();
      }
    }
  }

  @Test
  void aMillisecond() {
    database.change(
        "update audit_event set happened_at = happened_at + interval '0.001' second where seq = 3");

    assertFlaw(3, "EDITED");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3})
  void aRecordThatIsGone(long seq) {
    database.change("delete from audit_event where seq = ?", seq);

    assertFlaw(seq, "MISSING");
  }

  @Test
  void theLastThatIsGone() {
    database.change("delete from audit_event where seq = ?", last);

    assertFlaw(last, "MISSING");
  }

  /** Whoever turns the head back cannot make its MAC. */
  @Test
  void theLastThatIsGoneFromTheHeadToo() {
    database.change("delete from audit_event where seq = ?", last);
    database.change(
        "update audit_head set seq = ?, hash = (select hash from audit_event where seq = ?)",
        last - 1,
        last - 1);

    assertFlaw(last - 1, "HEAD_EDITED");
  }

  /** What is appended to an edited head does not make it good. */
  @Test
  void anEditedHeadStaysSo() {
    theLastThatIsGoneFromTheHeadToo();
    node.signUp(Person.stranger());

    assertFlaw(last + 1, "HEAD_EDITED");
    node.server().awaitLog("Somebody has edited audit_head");
  }

  @Test
  void theFirstThatAreGoneFromTheHeadToo() {
    database.change(
        "update audit_head set anchor_seq = 2,"
            + " anchor_hash = (select hash from audit_event where seq = 2)");
    database.change("delete from audit_event where seq <= 2");

    assertFlaw(last, "HEAD_EDITED");
  }

  @Test
  void twoThatChangePlaces() {
    database.change("update audit_event set seq = 1000 where seq = 3");
    database.change("update audit_event set seq = 3 where seq = 4");
    database.change("update audit_event set seq = 4 where seq = 1000");

    assertFlaw(3, "MOVED");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1000})
  void oneThatNobodyWrote(long seq) {
    copy(2, seq);

    assertFlaw(seq, "ADDED");
  }

  @Test
  void oneBetweenTheOthers() {
    for (long seq = last; seq >= 3; seq--) {
      database.change("update audit_event set seq = ? where seq = ?", seq + 1, seq);
    }
    copy(2, 3);

    assertFlaw(3, "MOVED");
  }

  @Test
  void anotherKey() {
    database.change("update audit_head set sealed_key = 'AAAA' || substring(sealed_key from 5)");

    assertFlaw(0, "FOREIGN_KEY");
  }

  /** To be compared with a log that is kept elsewhere. */
  @Test
  void saysTheHashOfTheLast() {
    JsonObject verdict = node.verdict();

    assertThat(verdict.getInt("last")).isEqualTo(last);
    assertThat(node.records().get((int) last - 1)).containsEntry("hash", verdict.getString("hash"));
    node.server().awaitLog("\"hash\":\"" + verdict.getString("hash") + "\"");
  }

  /** Of a text, the first letter; of what is null, that it is so. */
  private static void flip(long seq, String column) {
    String letter = "case when %1$s like 'x%%' then 'y' else 'x' end || substring(%1$s from 2)";
    int flipped =
        Stream.of(
                "update audit_event set %1$s = " + letter + " where seq = ? and %1$s is not null",
                "update audit_event set %1$s = '' where seq = ? and %1$s is null")
            .mapToInt(statement -> database.change(statement.formatted(column), seq))
            .sum();
    assertThat(flipped).as(column).isEqualTo(1);
  }

  private static void copy(long from, long to) {
    database.change(
        "insert into audit_event select cast(? as bigint), happened_at, kind, outcome, account_id,"
            + " session_id, actor_account_id, actor_session_id, ip, user_agent, details, hash"
            + " from audit_event where seq = ?",
        to,
        from);
  }

  private static void assertGood() {
    assertThat(node.verdict().getBoolean("good")).as("%s", node.verdict()).isTrue();
  }

  private static void assertFlaw(long seq, String flaw) {
    JsonObject verdict = node.verdict();
    assertThat(verdict.getBoolean("good")).isFalse();
    assertThat(verdict.getInt("seq")).as("%s", verdict).isEqualTo((int) seq);
    assertThat(verdict.getString("flaw")).isEqualTo(flaw);
  }
}
