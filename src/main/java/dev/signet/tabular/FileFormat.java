package dev.signet.tabular;

import java.util.Set;

/** How a file of records is written; UTF-8 always, with a byte order mark or without. */
public enum FileFormat {
  /** RFC 4180, the first line naming the columns, in any order. */
  CSV,

  /** An array of objects, or one object a line. */
  JSON;

  /**
   * The lines of a file.
   *
   * @param required the columns without which it is refused, where its first line names them
   */
  public FileLines lines(BoundedReader file, Set<String> required) {
    return switch (this) {
      case CSV -> CsvFile.lines(file, required);
      case JSON -> JsonFile.lines(file);
    };
  }
}
