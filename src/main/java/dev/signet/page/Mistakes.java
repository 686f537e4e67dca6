package dev.signet.page;

import dev.signet.platform.Texts;
import dev.signet.problem.FieldErrors;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a page refuses what it was given.
 *
 * @param byField the sentences about each field; under {@link FieldErrors#NO_FIELD} those about
 *     none
 */
record Mistakes(Map<String, List<String>> byField) {

  static final Mistakes NONE = new Mistakes(Map.of());

  static Mistakes of(FieldErrors errors, Texts texts) {
    return new Mistakes(errors.byField(texts));
  }

  static Mistakes of(String sentence) {
    return new Mistakes(Map.of(FieldErrors.NO_FIELD, List.of(sentence)));
  }

  /** What the JSON API would have said: its detail, or what is wrong with fields. */
  static Mistakes ofJson(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject problem = reader.readObject();
      if (problem.containsKey("detail")) {
        return of(problem.getString("detail"));
      }
      Map<String, List<String>> byField = new LinkedHashMap<>();
      problem
          .keySet()
          .forEach(
              field ->
                  byField.put(
                      field, problem.getJsonArray(field).getValuesAs(JsonString::getString)));
      return new Mistakes(byField);
    } catch (JsonException | ClassCastException unforeseen) {
      return NONE;
    }
  }

  /** All of them, each with the field that it is about, or none. */
  List<Map<String, String>> summary() {
    return byField.entrySet().stream()
        .flatMap(
            field ->
                field.getValue().stream()
                    .map(sentence -> Map.of("field", named(field.getKey()), "text", sentence)))
        .toList();
  }

  private static String named(String field) {
    return field.equals(FieldErrors.NO_FIELD) ? "" : field;
  }
}
