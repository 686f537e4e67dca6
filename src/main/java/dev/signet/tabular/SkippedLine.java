package dev.signet.tabular;

import dev.signet.platform.Texts;
import java.util.List;

/**
 * A line that is not taken, and why. It holds nothing of what the line says.
 *
 * @param line its number in the file, from 1; in a JSON array that of the object
 * @param column what was wrong, empty where that is no single column
 * @param key of the sentence that says why, in {@code messages.properties}
 * @param arguments what fills its blanks
 */
public record SkippedLine(long line, String column, String key, List<Object> arguments) {

  /** Why a line is not taken. */
  public static SkippedLine of(long line, String column, String key, Object... arguments) {
    return new SkippedLine(line, column, key, List.of(arguments));
  }

  /** Why, for people. */
  public String reason(Texts texts) {
    return texts.text(key, arguments.toArray());
  }
}
