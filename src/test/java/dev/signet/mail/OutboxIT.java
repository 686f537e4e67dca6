package dev.signet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.database.Seal;
import dev.signet.database.TestSecrets;
import dev.signet.mail.Letter.Template;
import dev.signet.wire.Eventually;
import dev.signet.wire.Rows;
import dev.signet.wire.WireTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows of mails, as another node would have written them. */
@WireTest
class OutboxIT {

  private static final Path FOLDER = Path.of(System.getProperty("it.mail.folder"));
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Seal SEAL = new Seal(TestSecrets.ofProcess(), "mail");

  @Test
  void areSentAndRemoved() {
    List<Mail> mails = IntStream.range(0, 20).mapToObj(i -> waiting()).toList();

    mails.forEach(mail -> assertThat(awaitFile(mail)).contains(TestMails.LINK));

    mails.forEach(mail -> awaitRows(mail, "1 = 1", 0));
  }

  /**
   * One that another node has at hand does not hold up the next: it was locked before it was due.
   */
  @Test
  void arePassedByWhereAnotherNodeHasThem() throws SQLException {
    Mail held = new Mail(Instant.now());
    Mail next = new Mail(held.createdAt());
    try (Connection other = DriverManager.getConnection(System.getProperty("it.database.url"));
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      add(held, seal(held), SOON);
      statement.execute("select id from outbox where id = '" + held.id() + "' for update");
      add(next, seal(next), SOON.plusMillis(1));
      awaitFile(next);
      assertThat(filesOf(held)).isEmpty();
      other.commit();
    }
    awaitFile(held);
  }

  @Test
  void areTriedAgainWhereTheyCannotBeOpened() {
    Mail mail = new Mail(Instant.now());
    add(mail, "c2VhbGVkIHVuZGVyIGFub3RoZXIgc2VjcmV0LCBvZiBhbm90aGVyIG5vZGU=", Duration.ZERO);

    awaitRows(mail, "attempts = 1 and content is not null and failed_at is null", 1);

    Rows.change("update outbox set content = ? where id = ?", seal(mail), mail.id());
    Rows.change("update outbox set due_at = created_at where id = ?", mail.id());
    awaitFile(mail);
  }

  @Test
  void areGivenUpAfterTwoDaysAndForgottenAfterThirty() {
    Mail mail = new Mail(Instant.now().minus(Duration.ofDays(2)));
    add(mail, "c2VhbGVkIHVuZGVyIGFub3RoZXIgc2VjcmV0LCBvZiBhbm90aGVyIG5vZGU=", Duration.ZERO);

    awaitRows(mail, "content is null and due_at is null and failed_at is not null", 1);

    Rows.change(
        "update outbox set failed_at = ? where id = ?",
        utc(Instant.now().minus(Duration.ofDays(30))),
        mail.id());
    awaitRows(mail, "1 = 1", 0);
    assertThat(filesOf(mail)).isEmpty();
  }

  private static Mail waiting() {
    Mail mail = new Mail(Instant.now());
    add(mail, seal(mail), Duration.ZERO);
    return mail;
  }

  private static String seal(Mail mail) {
    Letter letter = TestMails.letter(Template.VERIFY_EMAIL, Locale.ENGLISH);
    return SEAL.close(mail.id(), letter.toJson().getBytes(UTF_8));
  }

  private static void add(Mail mail, String content, Duration later) {
    Rows.change(
        "insert into outbox (id, content, created_at, due_at, attempts) values (?, ?, ?, ?, 0)",
        mail.id(),
        content,
        utc(mail.createdAt()),
        utc(mail.createdAt().plus(later)));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static void awaitRows(Mail mail, String condition, int count) {
    String query = "select count(*) from outbox where id = ? and " + condition;
    Eventually.get(() -> Rows.count(query, mail.id()), found -> found == count);
  }

  private static String awaitFile(Mail mail) {
    Path file = Eventually.get(() -> filesOf(mail), files -> !files.isEmpty()).get(0);
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> filesOf(Mail mail) {
    if (!Files.exists(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(mail.id() + ".eml")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
