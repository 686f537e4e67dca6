package dev.signet.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.tabular.FileFormat;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the lines of a CSV file. */
class AccountImportTest {

  private static final String HASH = ImportBench.HASH;
  private static final String HEADER = "username,email,name,password_hash";
  private static final String ALL =
      "username,email,name,password_hash,is_active,is_staff,date_joined";

  private final ImportBench bench = new ImportBench();

  @Test
  void makesAccountsOfLines() {
    ImportReport report =
        bench.csv(
            ALL,
            "jane,jane@example.org,Jane Doe," + HASH + ",True,False,2019-03-01T10:20:30.123456Z",
            "root,root@example.org,," + HASH + ",1,1,2020-02-29 23:59:59+00:00",
            "gone,gone@example.org,Gone," + HASH + ",f,0,");

    assertThat(report).isEqualTo(new ImportReport(3, 3, 0, 0, Set.of(), true));
    assertThat(bench.accounts("username")).containsExactly("gone", "jane", "root");
    assertThat(bench.accounts("roles")).containsExactly("user", "user", "admin user");
    assertThat(bench.accounts("state")).containsExactly("DISABLED", "ACTIVE", "ACTIVE");
    assertThat(bench.accounts("name")).containsExactly("Gone", "Jane Doe", "");
    assertThat(bench.accounts("password_hash")).containsOnly(HASH);
    assertThat(bench.accounts("extract(epoch from created_at)"))
        .containsExactly("1777636800", "1551435630.123", "1583020799");
  }

  @Test
  void knowsColumnsInAnyOrderAndReportsTheOthers() {
    ImportReport report =
        bench.csv("id, Email ,password_hash,USERNAME,last_login", "7,j@x," + HASH + ",jane,");

    assertThat(report.unknownColumns()).containsExactlyInAnyOrder("id", "last_login");
    assertThat(bench.accounts("email")).containsExactly("j@x");
  }

  @Test
  void readsQuotedFieldsAndAnyEndOfLine() {
    bench.run(
        "\uFEFF"
            + HEADER
            + "\n\"jane\",j@x,\"Doe, \"\"Jane\"\"\","
            + HASH
            + "\r\n\r\nbob,b@x,,"
            + HASH
            + "\rmax,m@x,\"\","
            + HASH,
        FileFormat.CSV);

    assertThat(bench.heard.skipped).isEmpty();
    assertThat(bench.accounts("name")).containsExactly("", "Doe, \"Jane\"", "");
  }

  @ParameterizedTest
  @CsvSource({
    "'',import_empty",
    "'\uFEFF',import_empty",
    "'username,email\n',import_header",
    "'username,email,password_hash,email\n',import_header",
    "'jane,j@x,!\n',import_header",
    "'{\"username\":\"jane\"}',import_header",
  })
  void refusesAFileThatIsNoList(String file, String why) {
    ImportReport report = bench.run(file, FileFormat.CSV);

    assertThat(bench.heard.skipped).containsExactly("1 " + why);
    assertThat(report.complete()).isFalse();
  }

  @Test
  void takesAHeaderWithoutLinesForNobody() {
    assertThat(bench.csv(HEADER).complete()).isTrue();
    assertThat(bench.heard.skipped).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "''|j@x|!|field_blank|username",
        "two words|j@x|!|username_characters|username",
        "=1+1|j@x|!|username_characters|username",
        "+49|j@x|!|username_characters|username",
        "a@b|j@x|!|username_characters|username",
        "admin\u200B|j@x|!|username_characters|username",
        "jane||!|field_blank|email",
        "jane|nobody|!|email_invalid|email",
        "jane|=cmd@x(1)|!|email_invalid|email",
        "jane|j@x||field_blank|password_hash",
        "jane|j@x|secret|import_hash|password_hash",
        "jane|j@x|md5$salt$5f4dcc3b5aa765d61d8327deb882cf99|import_hash|password_hash",
        "jane|j@x|pbkdf2_sha256$10000001$s$VrX+V8drCGo68wlvy6rfu8i1d1pfkdeXA4LJkRGJodY="
            + "|import_hash|password_hash",
        "jane|j@x|$2b$17$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy"
            + "|import_hash|password_hash",
      })
  void refusesALineForOneReason(
      String username, String email, String hash, String why, String column) {
    String name = username.replace("''", "");
    bench.csv(
        HEADER, name + "," + (email == null ? "" : email) + ",," + (hash == null ? "" : hash));

    assertThat(bench.heard.skipped).containsExactly("2 " + column + " " + why);
    assertThat(bench.accounts("username")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "yes,0,,is_active field_not_flag",
    "'',0,,is_active field_not_flag",
    "1,2,,is_staff field_not_flag",
    "1,0,yesterday,date_joined import_date",
    "1,0,2026-05-03,date_joined import_date",
    "1,0,1969-12-31,date_joined import_date",
    "1,0,2024-02-30,date_joined import_date",
    "1,0,+999999999-01-01,date_joined import_date",
  })
  void refusesAFlagOrADateThatIsNone(String active, String staff, String date, String why) {
    String joined = date == null ? "" : date;
    bench.csv(ALL, "jane,j@x,," + HASH + "," + active + "," + staff + "," + joined);

    assertThat(bench.heard.skipped).containsExactly("2 " + why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-01",
        "2024-05-01T00:00",
        "2024-05-01 00:00:00",
        "2024-05-01 00:00:00.000000+00",
        "2024-05-01 02:00:00+02:00",
        "2024-04-30T19:00:00-0500",
        "2024-05-01T00:00:00Z",
      })
  void readsDatesAsDjangoAndPostgresqlWriteThem(String date) {
    bench.csv(ALL, "jane,j@x,," + HASH + ",1,0," + date);

    assertThat(bench.accounts("extract(epoch from created_at)")).containsExactly("1714521600");
  }

  @Test
  void tellsAllThatIsWrongWithALine() {
    ImportReport report = bench.csv(ALL, "a b,x,\u0007,?,?,?,?", "jane,j@x,," + HASH + ",1,0,");

    assertThat(bench.heard.skipped)
        .containsExactlyInAnyOrder(
            "2 email email_invalid",
            "2 username username_characters",
            "2 name field_not_text",
            "2 password_hash import_hash",
            "2 is_staff field_not_flag",
            "2 is_active field_not_flag",
            "2 date_joined import_date");
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.imported()).isEqualTo(1);
  }

  @Test
  void leavesAnAccountAloneThatIsThereAlready() {
    bench.csv(HEADER, "jane,j@x,Jane," + HASH);
    ImportReport again =
        bench.csv(
            HEADER, "ＪＡＮＥ,other@x,Other,!", "other,J@X,Other,!", "new,n@x,New,!", "NEW,o@x,,!");

    assertThat(again.existing()).isEqualTo(3);
    assertThat(again.imported()).isEqualTo(1);
    assertThat(bench.heard.skipped)
        .containsExactly("2 import_exists", "3 import_exists", "5 import_exists");
    assertThat(bench.accounts("name")).containsExactly("Jane", "New");
  }

  /** Nobody else can have it for a name then. */
  @Test
  void takesAUsernameThatIsTheAddressOfTheSameAccount() {
    bench.csv(HEADER, "Jane@Example.org,jane@example.org,," + HASH);

    assertThat(bench.accounts("username")).containsExactly("Jane@Example.org");
  }

  /** Django's make_password(None). */
  @Test
  void importsAnUnusablePasswordAsOne() {
    bench.csv(HEADER, "jane,j@x,,!j5SZvzySSdvhL3otO62DaHH3HZ7xWGUmFvValLCX");

    assertThat(bench.accounts("password_hash")).containsExactly("!");
  }

  @Test
  void storesManyBatchesAndTellsOfEach() {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < 1200; i++) {
      lines.add("jane" + i + ",jane" + i + "@example.org,," + HASH);
    }
    ImportReport report = bench.csv(lines.toArray(String[]::new));

    assertThat(report.imported()).isEqualTo(1200);
    assertThat(bench.heard.progress)
        .extracting(ImportReport::imported)
        .containsExactly(500L, 1000L, 1200L);
    assertThat(bench.csv(lines.toArray(String[]::new)).existing()).isEqualTo(1200);
    assertThat(bench.accounts("id")).hasSize(1200);
  }

  /** What was stored before stays, and the same file goes on from there. */
  @Test
  void goesOnWhereAnImportBroke() {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < 700; i++) {
      lines.add("jane" + i + ",jane" + i + "@example.org,," + HASH);
    }
    byte[] file = String.join("\n", lines).getBytes(UTF_8);
    ImportReport broken = bench.run(new BreakingStream(file, file.length - 5000), FileFormat.CSV);

    assertThat(broken.complete()).isFalse();
    assertThat(bench.accounts("id")).hasSize((int) broken.imported());
    assertThat(broken.imported()).isBetween(500L, 699L);

    ImportReport whole = bench.run(new ByteArrayInputStream(file), FileFormat.CSV);

    assertThat(whole.existing()).isEqualTo(broken.imported());
    assertThat(bench.accounts("id")).hasSize(700);
  }
}
