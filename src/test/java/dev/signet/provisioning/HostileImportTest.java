package dev.signet.provisioning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.tabular.FileFormat;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/** Files that were made to break an import, or were broken on their way. */
class HostileImportTest {

  private static final String HASH = ImportBench.HASH;
  private static final String HEADER = "username,email,name,password_hash";

  private final ImportBench bench = new ImportBench();

  @Test
  void goesOnAfterEveryBadLine() {
    String good = "j%d,j%d@x,Jane," + HASH;
    bench.csv(
        HEADER,
        "nul\0,n@x,," + HASH,
        good.replace("%d", "1"),
        "large,l@x," + "x".repeat(1024 * 1024) + "," + HASH,
        good.replace("%d", "2"),
        "short,s@x",
        "long,l@x,," + HASH + ",,,",
        "half\"quoted,h@x,," + HASH,
        "after,a@x,\"quo\"te," + HASH,
        good.replace("%d", "3"),
        "=cmd|' /C calc'!A0,f@x,," + HASH,
        "formula,f@x,=HYPERLINK(1)," + HASH,
        "open,o@x,\"never closed," + HASH,
        "last,l@x,," + HASH);

    assertThat(bench.heard.skipped)
        .containsExactly(
            "2 username field_nul",
            "4 name field_too_long",
            "6 import_columns",
            "7 import_columns",
            "8 username username_characters",
            "11 username username_characters",
            "13 import_unreadable");
    assertThat(bench.accounts("username")).containsExactly("after", "formula", "j1", "j2", "j3");
    assertThat(bench.accounts("name")).contains("=HYPERLINK(1)");
  }

  /** What follows may be what is quoted: nothing of it is taken for an account. */
  @Test
  void saysWhereAQuoteWasNotClosed() {
    ImportReport report =
        bench.csv(
            HEADER,
            "max,m@x,Max," + HASH,
            "open,o@x,\"never closed," + HASH,
            "jane,j@x,\"Jane\"," + HASH,
            "bob,b@x,Bob," + HASH);

    assertThat(report.complete()).isFalse();
    assertThat(bench.heard.skipped).containsExactly("3 import_unreadable");
    assertThat(bench.accounts("username")).containsExactly("max");
  }

  @Test
  void stopsAtAnEntryWithoutEnd() {
    String many = "x,x@x,x,x\n".repeat(600_000);
    ImportReport report =
        bench.run(HEADER + "\njane,j@x,," + HASH + "\nopen,o@x,\"" + many, FileFormat.CSV);

    assertThat(report.complete()).isFalse();
    assertThat(report.imported()).isEqualTo(1);
    assertThat(bench.heard.skipped).containsExactly("3 import_unreadable");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    String file = HEADER + "\njane,j@x,J\u00e4ne," + HASH + "\nbob,b@x,Bob," + HASH;

    bench.run(new ByteArrayInputStream(file.getBytes(ISO_8859_1)), FileFormat.CSV);

    assertThat(bench.heard.skipped).containsExactly("2 name field_not_text");
    assertThat(bench.accounts("username")).containsExactly("bob");
  }

  @Test
  void takesTheLongestOfTheWidestAndNoMore() {
    String wide = "\uD835\uDCD0".repeat(150);
    bench.csv(
        HEADER,
        wide + ",w@x," + "\uD83D\uDE00".repeat(256) + "," + HASH,
        "x".repeat(151) + ",y@x,," + HASH,
        "\uFB03".repeat(150) + ",z@x,," + HASH,
        "jane,j@x," + "n".repeat(257) + "," + HASH,
        "kate," + "a".repeat(64) + "@" + "b".repeat(190) + ",," + HASH);

    assertThat(bench.accounts("username")).containsExactly(wide);
    assertThat(bench.heard.skipped)
        .containsExactly(
            "3 username field_too_long",
            "4 username field_too_long",
            "5 name field_too_long",
            "6 email field_too_long");
  }
}
