package dev.signet.input;

import dev.signet.problem.FieldErrors;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a request's body into {@link Fields}: a JSON object, or a form, urlencoded or multipart;
 * UTF-8, of at most 64 KiB.
 */
@Provider
public class FieldsReader implements MessageBodyReader<Fields> {

  /** The largest body that is read, in bytes. */
  public static final int MAXIMUM_BYTES = 64 * 1024;

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Fields.class;
  }

  @Override
  public Fields readFrom(
      Class<Fields> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    byte[] bytes = atMost(body);
    if (bytes.length == 0 || isOf(mediaType, MediaType.APPLICATION_JSON_TYPE)) {
      return json(bytes);
    }
    if (isOf(mediaType, MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      return form(bytes);
    }
    if (isOf(mediaType, MediaType.MULTIPART_FORM_DATA_TYPE)) {
      return MultipartForm.fields(bytes, mediaType.getParameters().get("boundary"));
    }
    throw new NotSupportedException();
  }

  /** The fields of a JSON text. No text at all has no fields, as the contract has it. */
  static Fields json(byte[] bytes) {
    String text = utf8(bytes, Problem.PARSE_ERROR);
    if (text.isBlank()) {
      return new Fields(Map.of());
    }
    JsonValue value = parse(text);
    if (value.getValueType() != JsonValue.ValueType.OBJECT) {
      throw FieldErrors.of(FieldErrors.NO_FIELD, "not_an_object", pythonName(value));
    }
    return new Fields(value.asJsonObject());
  }

  /**
   * The fields of a form (application/x-www-form-urlencoded); of a repeated name the last counts.
   */
  static Fields form(byte[] bytes) {
    Map<String, JsonValue> fields = new HashMap<>();
    for (String pair : utf8(bytes, Problem.FORM_PARSE_ERROR).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        fields.put(
            decode(pair.substring(0, equals)),
            Json.createValue(decode(pair.substring(equals + 1))));
      }
    }
    return new Fields(fields);
  }

  static byte[] atMost(InputStream body) {
    byte[] bytes = read(body);
    if (bytes.length > MAXIMUM_BYTES) {
      throw Problem.TOO_LARGE.refusal(Integer.toString(MAXIMUM_BYTES));
    }
    return bytes;
  }

  /** A body that does not say what it is, is nothing that we read. */
  private static boolean isOf(MediaType mediaType, MediaType wanted) {
    return !mediaType.isWildcardType()
        && !mediaType.isWildcardSubtype()
        && mediaType.isCompatible(wanted);
  }

  private static byte[] read(InputStream body) {
    try {
      return body.readNBytes(MAXIMUM_BYTES + 1);
    } catch (IOException hungUp) {
      throw Problem.BAD_REQUEST.refusal();
    }
  }

  static String utf8(byte[] bytes, Problem otherwise) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw otherwise.refusal("the body is not UTF-8");
    }
  }

  private static JsonValue parse(String text) {
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      parser.hasNext(); // throws where anything follows
      return value;
    } catch (JsonParsingException malformed) {
      throw malformed(malformed.getLocation(), text);
    } catch (RuntimeException tooDeep) {
      // Parsson has no type of its own for what is nested deeper than it reads.
      throw Problem.PARSE_ERROR.refusal("the text is not usable");
    }
  }

  /** Where the text is malformed; the parser may be a block ahead of its end. */
  private static ProblemException malformed(JsonLocation at, String text) {
    int offset = (int) Math.min(Math.max(at.getStreamOffset(), 0), text.length());
    String before = text.substring(0, offset);
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = offset - before.lastIndexOf('\n');
    String position =
        String.format(Locale.ROOT, "line %d column %d (char %d)", line, column, offset);
    Problem problem =
        before.matches("(?s).*[:\\[]\\s*") ? Problem.VALUE_EXPECTED : Problem.PARSE_ERROR;
    return problem.refusal(position);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Problem.FORM_PARSE_ERROR.refusal("a percent sign without two hexadecimal digits");
    }
  }

  /** The contract speaks of JSON's types by the names they have in Python. */
  private static String pythonName(JsonValue value) {
    return switch (value.getValueType()) {
      case ARRAY -> "list";
      case STRING -> "str";
      case NUMBER -> value.toString().matches("-?\\d+") ? "int" : "float";
      case TRUE, FALSE -> "bool";
      case NULL -> "NoneType";
      case OBJECT -> "dict";
    };
  }
}
