package dev.signet.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the objects of a JSON file. */
class JsonImportTest {

  private static final String JANE =
      "{'username':'jane','email':'j@x','password_hash':'" + ImportBench.HASH + "'}";
  private static final String BOB =
      "{'username':'bob','email':'b@x','name':null,'is_active':false,'is_staff':true,"
          + "'date_joined':'2019-03-01T10:20:30.123Z','password_hash':'!','groups':[]}";

  private final ImportBench bench = new ImportBench();

  @ParameterizedTest
  @ValueSource(strings = {" [%s,\n%s ]\n", "\uFEFF[%s,%s]", "%s\n%s", "\uFEFF\n%s\r\n\r\n%s\r\n"})
  void makesAccountsOfObjects(String file) {
    ImportReport report = bench.json(file.formatted(JANE, BOB));

    assertThat(bench.heard.skipped).isEmpty();
    assertThat(report.complete()).isTrue();
    assertThat(report.imported()).isEqualTo(2);
    assertThat(report.unknownColumns()).containsExactly("groups");
    assertThat(bench.accounts("state")).containsExactly("DISABLED", "ACTIVE");
    assertThat(bench.accounts("roles")).containsExactly("admin user", "user");
  }

  @Test
  void takesAnEmptyArrayForNobody() {
    assertThat(bench.json("[]").complete()).isTrue();
    assertThat(bench.heard.skipped).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\uFEFF"})
  void refusesAnEmptyFile(String file) {
    assertThat(bench.json(file).complete()).isFalse();
    assertThat(bench.heard.skipped).containsExactly("1 import_empty");
  }

  @Test
  void skipsWhatIsNoAccountInAnArray() {
    bench.json(
        "[1,'x',null,[],{},"
            + JANE
            + ",{'username':['x'],'email':'x@x','password_hash':'!'},{'username':'\\u0000',"
            + "'email':'y@x','password_hash':'!'},{'username':'\\ud83d','email':'z@x',"
            + "'password_hash':'!'},"
            + BOB
            + "]");

    assertThat(bench.heard.skipped)
        .containsExactly(
            "1 import_not_object",
            "2 import_not_object",
            "3 import_not_object",
            "4 import_not_object",
            "5 email field_blank",
            "5 username field_blank",
            "5 password_hash field_blank",
            "7 username field_not_text",
            "8 username field_nul",
            "9 username field_not_text");
    assertThat(bench.accounts("username")).containsExactly("bob", "jane");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[%s,{'username':", "[%s,}", "[%s,", "[%s", "[%s {}", "[%s,{'a':1}x", "[%s,tru"})
  void importsWhatStandsBeforeABreak(String file) {
    ImportReport report = bench.json(file.formatted(JANE));

    assertThat(report.complete()).isFalse();
    assertThat(bench.accounts("username")).containsExactly("jane");
    assertThat(bench.heard.skipped.get(bench.heard.skipped.size() - 1))
        .endsWith("import_unreadable");
  }

  @Test
  void goesOnAfterALineThatIsNoJson() {
    String deep = "[".repeat(100_000);
    bench.json(String.join("\n", "{'username':", deep, "", JANE, "7", BOB + BOB, "}", BOB));

    assertThat(bench.heard.skipped)
        .containsExactly(
            "1 import_json",
            "2 import_json",
            "5 import_not_object",
            "6 import_json",
            "7 import_json");
    assertThat(bench.accounts("username")).containsExactly("bob", "jane");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%s,{'name':'%s'}]", "%s\n{'name':'%s'}"})
  void stopsAtAnEntryWithoutEnd(String file) {
    ImportReport report = bench.json(file.formatted(JANE, "x".repeat(5 * 1024 * 1024)));

    assertThat(report.complete()).isFalse();
    assertThat(report.imported()).isEqualTo(1);
    assertThat(bench.heard.skipped).containsExactly("2 import_unreadable");
  }

  @Test
  void refusesAMegabyteInAField() {
    bench.json(
        "[{'username':'x','email':'x@x','password_hash':'!','name':'"
            + "x".repeat(1024 * 1024)
            + "'},"
            + JANE
            + "]");

    assertThat(bench.heard.skipped).containsExactly("1 name field_too_long");
    assertThat(bench.accounts("username")).containsExactly("jane");
  }
}
