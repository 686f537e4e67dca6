package dev.signet.tabular;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The lines of a file, read as they are asked for. */
@FunctionalInterface
public interface FileLines {

  /** The next line; empty at the end, and after one that is {@link FileLine#last}. */
  Optional<FileLine> next();

  /** A file of which not even the first line can be taken. */
  static FileLines none(String key) {
    FileLine why = FileLine.broken(SkippedLine.of(1, "", key));
    Iterator<FileLine> once = List.of(why).iterator();
    return () -> once.hasNext() ? Optional.of(once.next()) : Optional.empty();
  }
}
