package dev.signet.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.platform.Texts;
import dev.signet.tabular.SkippedLine;
import java.util.ArrayList;
import java.util.List;

/** What an import has told. */
final class Heard implements ImportListener {

  final List<String> skipped = new ArrayList<>();
  final List<ImportReport> progress = new ArrayList<>();

  @Override
  public void skipped(SkippedLine line) {
    assertThat(line.reason(Texts.inEnglish())).isNotBlank();
    skipped.add((line.line() + " " + line.column() + " " + line.key()).replace("  ", " "));
  }

  @Override
  public void progressed(ImportReport soFar) {
    progress.add(soFar);
  }
}
