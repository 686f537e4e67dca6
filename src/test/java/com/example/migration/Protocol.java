package com.example.migration;

import dev.signet.platform.Texts;
import dev.signet.provisioning.ImportListener;
import dev.signet.provisioning.ImportReport;
import dev.signet.tabular.SkippedLine;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** What an import has told, as JSON: of the lines that were skipped only the first. */
final class Protocol implements ImportListener {

  private static final int MOST_SKIPPED = 100;

  private final JsonArrayBuilder skipped = Json.createArrayBuilder();
  private int told;
  private int steps;

  @Override
  public void skipped(SkippedLine line) {
    if (told++ < MOST_SKIPPED) {
      skipped.add(line.line() + " " + line.column() + ": " + line.reason(Texts.inEnglish()));
    }
  }

  @Override
  public void progressed(ImportReport soFar) {
    steps++;
  }

  JsonObject of(ImportReport report) {
    return Json.createObjectBuilder()
        .add("lines", report.lines())
        .add("imported", report.imported())
        .add("existing", report.existing())
        .add("refused", report.refused())
        .add("complete", report.complete())
        .add("steps", steps)
        .add("unknown", Json.createArrayBuilder(report.unknownColumns()))
        .add("skipped", skipped)
        .build();
  }
}
