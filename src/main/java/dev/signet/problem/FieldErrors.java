package dev.signet.problem;

import dev.signet.platform.Refusal;
import dev.signet.platform.Texts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a request's fields, all of it at once: {@code {"<field>": ["<text>", …]}} with
 * status 400.
 */
public final class FieldErrors extends Refusal {

  private static final long serialVersionUID = 1L;

  /** The name under which stands what concerns no single field. */
  public static final String NO_FIELD = "non_field_errors";

  private final transient Map<String, List<Sentence>> errors = new LinkedHashMap<>();

  public FieldErrors() {
    super("fields");
  }

  /** Refuses for one reason. */
  public static FieldErrors of(String field, String key, Object... arguments) {
    return new FieldErrors().add(field, key, arguments);
  }

  /** Adds the message of a key to a field. */
  public FieldErrors add(String field, String key, Object... arguments) {
    errors
        .computeIfAbsent(field, f -> new ArrayList<>())
        .add(new Sentence(key, List.of(arguments)));
    return this;
  }

  /** Whether anything was said about a field. */
  public boolean concerns(String field) {
    return errors.containsKey(field);
  }

  /** Throws this if there is anything to say. */
  public void refuseIfAny() {
    if (!errors.isEmpty()) {
      throw this;
    }
  }

  /** All of it, by field, in the order it was refused. */
  public Map<String, List<String>> byField(Texts texts) {
    Map<String, List<String>> sentences = new LinkedHashMap<>();
    errors.forEach(
        (field, said) -> sentences.put(field, said.stream().map(s -> s.text(texts)).toList()));
    return sentences;
  }

  JsonObject json(Texts texts) {
    JsonObjectBuilder body = Json.createObjectBuilder();
    byField(texts).forEach((field, said) -> body.add(field, Json.createArrayBuilder(said)));
    return body.build();
  }

  private record Sentence(String key, List<Object> arguments) {

    private String text(Texts texts) {
      return texts.text(key, arguments.toArray());
    }
  }
}
