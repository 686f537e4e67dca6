package dev.signet.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a CSV file (RFC 4180). A field may hold line breaks, so a quote that is never closed
 * takes all that follows it: the file ends there.
 */
final class CsvFile implements FileLines {

  private final BoundedReader file;
  private final Iterator<CsvRecord> records;
  private final List<String> columns;
  private long line;
  private boolean broken;

  private CsvFile(BoundedReader file, Iterator<CsvRecord> records, CsvRecord header) {
    this.file = file;
    this.records = records;
    this.columns =
        header.getFields().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    this.line = header.getStartingLineNumber();
  }

  static FileLines lines(BoundedReader file, Set<String> required) {
    try {
      file.skipByteOrderMark();
      Iterator<CsvRecord> records = lenient().ofCsvRecord(file).iterator();
      return records.hasNext()
          ? new CsvFile(file, records, records.next()).checked(required)
          : FileLines.none("import_empty");
    } catch (CsvParseException | IOException | UncheckedIOException unreadable) {
      return FileLines.none("import_unreadable");
    }
  }

  /** Whatever a line is, it is one, and what is wrong with it is seen by its columns. */
  @SuppressWarnings("removal")
  private static CsvReader.CsvReaderBuilder lenient() {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false);
  }

  private FileLines checked(Set<String> required) {
    boolean once = new HashSet<>(columns).size() == columns.size();
    return once && columns.containsAll(required) ? this : FileLines.none("import_header");
  }

  @Override
  public Optional<FileLine> next() {
    if (broken) {
      return Optional.empty();
    }
    file.beginEntry();
    try {
      return records.hasNext() ? Optional.of(line(records.next())) : Optional.empty();
    } catch (CsvParseException | UncheckedIOException unreadable) {
      broken = true;
      return Optional.of(FileLine.broken(SkippedLine.of(line + 1, "", "import_unreadable")));
    }
  }

  private FileLine line(CsvRecord next) {
    line = next.getStartingLineNumber();
    return next.getFieldCount() == columns.size()
        ? FileLine.of(line, values(next))
        : FileLine.wrong(
            SkippedLine.of(line, "", "import_columns", columns.size(), next.getFieldCount()));
  }

  private Map<String, String> values(CsvRecord record) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), record.getField(i));
    }
    return values;
  }
}
