package dev.signet.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header in which each proxy writes, behind what others have written before, from where it was
 * asked. Who asks first may write into it what he likes: it is read from the right.
 */
enum ForwardingHeader {
  /** {@code X-Forwarded-For}, of no standard: addresses with commas between them. */
  X_FORWARDED_FOR("X-Forwarded-For") {
    @Override
    List<String> nodes(String value) {
      List<String> nodes = new ArrayList<>(Arrays.asList(value.split(",", -1)));
      Collections.reverse(nodes);
      nodes.replaceAll(String::strip);
      return nodes;
    }
  },

  /**
   * {@code Forwarded} (<a href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239 §4</a>).
   */
  FORWARDED("Forwarded") {
    @Override
    List<String> nodes(String value) {
      List<String> nodes = new ArrayList<>();
      int end = value.length();
      for (int start = end; start >= 0; ) {
        start = value.lastIndexOf(',', start - 1);
        String element = value.substring(start + 1, end);
        if (ELEMENT.matcher(element).matches()) {
          nodes.add(forOf(element));
          end = start;
        } else if (element.indexOf('"') < 0) {
          return nodes;
        }
      }
      return nodes;
    }
  };

  private static final String TOKEN = "[!#$%&'*+.^_`|~\\w-]++";
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern PAIR =
      Pattern.compile("(" + TOKEN + ")=(" + TOKEN + "|" + QUOTED + ")");
  private static final Pattern ELEMENT =
      Pattern.compile("\\s*+" + PAIR + "(?:\\s*+;\\s*+" + PAIR + ")*+\\s*+");

  private final String header;

  ForwardingHeader(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }

  /** The hops that a value names, the nearest first, up to the first that is malformed. */
  abstract List<String> nodes(String value);

  /** Blank where an element does not say it, or says it twice. */
  private static String forOf(String element) {
    List<String> values = new ArrayList<>();
    Matcher pair = PAIR.matcher(element);
    while (pair.find()) {
      if (pair.group(1).toLowerCase(Locale.ROOT).equals("for")) {
        values.add(unquoted(pair.group(2)));
      }
    }
    return values.size() == 1 ? values.get(0) : "";
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }
}
