package dev.signet.tabular;

import java.util.Map;
import java.util.Optional;

/**
 * One line as it was read: its values by their columns, or what is wrong with it.
 *
 * @param last whether nothing can be read after it
 */
public record FileLine(
    long number, Map<String, String> values, Optional<SkippedLine> wrong, boolean last) {

  /** What a value is called that is no text: nothing that can be read as UTF-8 has it. */
  public static final char NO_TEXT = '\uFFFD';

  /** A line with these values. */
  public static FileLine of(long number, Map<String, String> values) {
    return new FileLine(number, values, Optional.empty(), false);
  }

  static FileLine wrong(SkippedLine wrong) {
    return new FileLine(wrong.line(), Map.of(), Optional.of(wrong), false);
  }

  /** No line after this can be read. */
  static FileLine broken(SkippedLine wrong) {
    return new FileLine(wrong.line(), Map.of(), Optional.of(wrong), true);
  }
}
