package dev.signet.tabular;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The objects of a JSON file: those of an array, or one a line (JSON Lines). */
final class JsonFile {

  private static final String UNREADABLE = "import_unreadable";

  private JsonFile() {}

  static FileLines lines(BoundedReader file) {
    try {
      return switch (file.firstSign()) {
        case '[' -> new OfArray(file);
        case BoundedReader.END -> FileLines.none("import_empty");
        default -> new OfLines(file);
      };
    } catch (IOException unreadable) {
      return FileLines.none(UNREADABLE);
    }
  }

  private static FileLine line(long number, JsonValue value) {
    if (value.getValueType() != JsonValue.ValueType.OBJECT) {
      return FileLine.wrong(SkippedLine.of(number, "", "import_not_object"));
    }
    Map<String, String> values = new HashMap<>();
    ((JsonObject) value).forEach((name, member) -> values.put(name, text(member)));
    return FileLine.of(number, values);
  }

  /** What is null is as good as an empty cell. */
  private static String text(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER, TRUE, FALSE -> value.toString();
      case NULL -> "";
      case ARRAY, OBJECT -> Character.toString(FileLine.NO_TEXT);
    };
  }

  /** The objects of an array; where one is malformed, so is all that follows. */
  private static final class OfArray implements FileLines {

    private final BoundedReader file;
    private final JsonParser parser;
    private long number;
    private boolean ended;

    private OfArray(BoundedReader file) {
      this.file = file;
      this.parser = Json.createParser(file);
      parser.next();
    }

    @Override
    public Optional<FileLine> next() {
      if (ended) {
        return Optional.empty();
      }
      file.beginEntry();
      number++;
      try {
        ended = parser.next() == JsonParser.Event.END_ARRAY;
        return ended ? Optional.empty() : Optional.of(line(number, parser.getValue()));
      } catch (RuntimeException malformed) {
        ended = true;
        return Optional.of(FileLine.broken(SkippedLine.of(number, "", UNREADABLE)));
      }
    }
  }

  /** One object a line; a line that is malformed is alone. */
  private static final class OfLines implements FileLines {

    private final BoundedReader file;
    private long number;
    private boolean broken;

    private OfLines(BoundedReader file) {
      this.file = file;
    }

    @Override
    public Optional<FileLine> next() {
      Optional<String> text = Optional.of("");
      try {
        while (!broken && text.filter(String::isBlank).isPresent()) {
          number++;
          text = file.line();
        }
      } catch (IOException unreadable) {
        broken = true;
        return Optional.of(FileLine.broken(SkippedLine.of(number, "", UNREADABLE)));
      }
      return broken ? Optional.empty() : text.map(this::parsed);
    }

    /** What is nested too deeply has no exception of its own. */
    private FileLine parsed(String text) {
      try (JsonParser json = Json.createParser(new StringReader(text))) {
        json.next();
        JsonValue value = json.getValue();
        return json.hasNext() ? malformed() : line(number, value);
      } catch (RuntimeException malformed) {
        return malformed();
      }
    }

    private FileLine malformed() {
      return FileLine.wrong(SkippedLine.of(number, "", "import_json"));
    }
  }
}
