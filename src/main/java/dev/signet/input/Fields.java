package dev.signet.input;

import dev.signet.problem.FieldErrors;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of one request, read into a record once. What is wrong is collected, so that a client
 * hears of all of it in one answer; the record's constructor ends with {@link #refuseIfWrong()}.
 * Fields that nobody asks for are ignored.
 */
public final class Fields {

  private static final String NOTHING = "";

  private final Map<String, JsonValue> values;
  private final FieldErrors errors = new FieldErrors();

  Fields(Map<String, ? extends JsonValue> values) {
    this.values = Map.copyOf(values);
  }

  /** Whether the request names a field at all. */
  public boolean has(String field) {
    return values.containsKey(field);
  }

  /** Text that must be there and not be blank, without the spaces around it. */
  public String required(String field, int maximumLength) {
    return inBounds(field, text(field).strip(), maximumLength, true);
  }

  /** Text that must be there, exactly as it was sent: a password may begin and end with spaces. */
  public String exact(String field, int maximumLength) {
    return inBounds(field, text(field), maximumLength, true);
  }

  /** Text that may be missing or blank, without the spaces around it. */
  public String optional(String field, int maximumLength) {
    return has(field) ? inBounds(field, text(field).strip(), maximumLength, false) : NOTHING;
  }

  /**
   * Yes or no that must be there, as JSON has it or as a form sends it (<a
   * href="https://html.spec.whatwg.org/#the-input-element">HTML</a>: a box that is ticked is on).
   */
  public boolean flag(String field) {
    JsonValue value = values.get(field);
    if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
      errors.add(field, value == null ? "field_required" : "field_null");
      return false;
    }
    String text =
        switch (value.getValueType()) {
          case TRUE, FALSE, NUMBER -> value.toString();
          case STRING -> ((JsonString) value).getString().strip().toLowerCase(Locale.ROOT);
          default -> NOTHING;
        };
    return switch (text) {
      case "true", "1", "on" -> true;
      case "false", "0", "off" -> false;
      default -> {
        errors.add(field, "field_not_flag");
        yield false;
      }
    };
  }

  /**
   * What was typed into some fields, as it was sent, for the page that asks for it again. A
   * password is not to be among them.
   */
  public Map<String, String> typed(String... fields) {
    Map<String, String> typed = new HashMap<>();
    for (String field : fields) {
      if (values.get(field) instanceof JsonString text) {
        typed.put(field, text.getString());
      }
    }
    return typed;
  }

  /** Adds what a flow has to say about a field, unless it has been refused already. */
  public void refuse(String field, String key, Object... arguments) {
    if (!errors.concerns(field)) {
      errors.add(field, key, arguments);
    }
  }

  /** Throws all that was found wrong, if anything was. */
  public void refuseIfWrong() {
    errors.refuseIfAny();
  }

  private String text(String field) {
    JsonValue value = values.get(field);
    if (value == null) {
      errors.add(field, "field_required");
      return NOTHING;
    }
    return switch (value.getValueType()) {
      case STRING -> wellFormed(field, ((JsonString) value).getString());
      case NUMBER -> ((JsonNumber) value).toString();
      case NULL -> refused(field, "field_null");
      default -> refused(field, "field_not_text");
    };
  }

  /** No database stores a NUL or half a surrogate pair. */
  private String wellFormed(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      return refused(field, "field_nul");
    }
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        ? text
        : refused(field, "field_not_text");
  }

  private String refused(String field, String key) {
    errors.add(field, key);
    return NOTHING;
  }

  private String inBounds(String field, String text, int maximumLength, boolean notBlank) {
    if (text.isEmpty() && notBlank && !errors.concerns(field)) {
      return refused(field, "field_blank");
    }
    if (text.codePointCount(0, text.length()) > maximumLength) {
      errors.add(field, "field_too_long", maximumLength);
      return NOTHING;
    }
    return text;
  }
}
