package dev.signet.provisioning;

import dev.signet.tabular.FileLine;
import dev.signet.tabular.SkippedLine;
import java.util.LinkedHashSet;
import java.util.Set;

/** Counts the lines of one import, and tells who listens. */
final class ImportTally {

  private static final int MOST_UNKNOWN_COLUMNS = 20;
  private static final int LONGEST_COLUMN = 100;

  private final ImportListener listener;
  private final Set<String> unknownColumns = new LinkedHashSet<>();
  private long lines;
  private long imported;
  private long existing;
  private long refused;
  private boolean complete = true;

  ImportTally(ImportListener listener) {
    this.listener = listener;
  }

  void read(FileLine line) {
    lines++;
    complete = !line.last();
    for (String column : line.values().keySet()) {
      boolean known = Column.NAMES.contains(column);
      if (!known && unknownColumns.size() < MOST_UNKNOWN_COLUMNS) {
        unknownColumns.add(column.substring(0, Math.min(LONGEST_COLUMN, column.length())));
      }
    }
  }

  void refused(LineCheck line) {
    refused++;
    line.wrong().forEach(listener::skipped);
  }

  void stored(int accounts) {
    imported += accounts;
  }

  void existing(ImportedAccount account) {
    existing++;
    listener.skipped(SkippedLine.of(account.line(), "", "import_exists"));
  }

  void progressed() {
    listener.progressed(report());
  }

  ImportReport report() {
    return new ImportReport(
        lines, imported, existing, refused, new LinkedHashSet<>(unknownColumns), complete);
  }
}
