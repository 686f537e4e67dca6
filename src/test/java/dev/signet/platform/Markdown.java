package dev.signet.platform;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words as GitHub's Markdown has them. */
final class Markdown {

  /** Keys and whole class names, class names of three words, underscores, JDBC URLs, paths. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?:dev\\.)?signet\\.[\\w.-]*\\w"
              + "|(?:[A-Z][a-z]+){3,}"
              + "|\\w+_\\w+(?:=\\w+)?"
              + "|jdbc:[\\w:/]+"
              + "|(?:POST )?(?<![\\w/:])/\\w[\\w/-]*");

  private Markdown() {}

  static String code(String text) {
    return "`" + text + "`";
  }

  /** Plain words, in which what a program would read becomes code. */
  static String prose(String words) {
    return CODE.matcher(words).replaceAll("`$0`");
  }

  static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    return row.append('\n').toString();
  }

  /** Where a heading can be linked to. */
  static String anchor(String heading) {
    return "#" + heading.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
