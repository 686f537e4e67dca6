package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Refusals;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the six endpoints of the token API have in common. Contract §2.0. */
@WireTest
class EveryEndpointIT {

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          TokenApi.OBTAIN, List.of("username", "password"),
          TokenApi.SLIDING, List.of("username", "password"),
          TokenApi.REFRESH, List.of("refresh"),
          TokenApi.SLIDE, List.of("token"),
          TokenApi.VERIFY, List.of("token"),
          TokenApi.BLACKLIST, List.of("refresh"));

  static Stream<Arguments> endpoints() {
    return FIELDS.entrySet().stream()
        .flatMap(
            endpoint ->
                Arrays.stream(TokenApi.bothSpellings(endpoint.getKey()))
                    .map(path -> Arguments.of(path, endpoint.getValue())));
  }

  static Stream<Arguments> endpointsOfOneToken() {
    return endpoints().filter(endpoint -> ((List<?>) endpoint.get()[1]).size() == 1);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void asksForEveryFieldAtOnce(String path, List<String> fields) {
    String required = ofEach(fields, "[\"This field is required.\"]");

    assertBad(Signet.postJson(path, "{}"), required);
    assertBad(Signet.postJson(path, ""), required);
    assertBad(Signet.postJson(path, "{\"something\":\"else\"}"), required);
    assertBad(Signet.postForm(path, Map.of("something", "else")), required);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void refusesWhatIsNoTextInEveryFieldAtOnce(String path, List<String> fields) {
    Map<String, String> texts =
        Map.of(
            "\"\"", "This field may not be blank.",
            "null", "This field may not be null.",
            "true", "Not a valid string.",
            "false", "Not a valid string.",
            "[\"a\"]", "Not a valid string.",
            "{\"a\":\"b\"}", "Not a valid string.",
            "\"a\\u0000b\"", "Null characters are not allowed.");

    texts.forEach(
        (value, text) ->
            assertBad(
                Signet.postJson(path, ofEach(fields, value)),
                ofEach(fields, "[\"" + text + "\"]")));
  }

  @ParameterizedTest
  @MethodSource("endpointsOfOneToken")
  void takesNothingButSpacesForBlank(String path, List<String> fields) {
    assertBad(
        Signet.postJson(path, ofEach(fields, "\" \\t\\r\\n \"")),
        ofEach(fields, "[\"This field may not be blank.\"]"));
  }

  @ParameterizedTest
  @MethodSource("endpointsOfOneToken")
  void takesANumberForText(String path, List<String> fields) {
    Refusals.assertNotValid(Signet.postJson(path, ofEach(fields, "12")), "Token is invalid");
  }

  @Test
  void saysOfEachFieldWhatIsWrongWithIt() {
    assertBad(
        Signet.postJson(TokenApi.OBTAIN, "{\"password\":[],\"username\":\" \"}"),
        "{\"username\":[\"This field may not be blank.\"],\"password\":[\"Not a valid string.\"]}");
    assertBad(
        Signet.postJson(TokenApi.SLIDING, "{\"password\":null}"),
        "{\"username\":[\"This field is required.\"],"
            + "\"password\":[\"This field may not be null.\"]}");
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void saysWhereJsonIsMalformed(String path) {
    assertBad(
        Signet.postJson(path, "{\"refresh\": x}"),
        "{\"detail\":\"JSON parse error - Expecting value: line 1 column 13 (char 12)\","
            + "\"code\":\"parse_error\"}");
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void saysWhatJsonIsThatIsNoObject(String path) {
    Map.of("[]", "list", "\"a\"", "str", "1", "int", "1.5", "float", "true", "bool")
        .forEach(
            (json, type) ->
                assertBad(
                    Signet.postJson(path, json),
                    ("{\"non_field_errors\":"
                            + "[\"Invalid data. Expected a dictionary, but got %s.\"]}")
                        .formatted(type)));
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void refusesAMediaTypeThatItDoesNotRead(String path) {
    Answer answer = Signet.post(path, "application/xml", "<a/>");

    assertBody(
        answer,
        415,
        "{\"detail\":\"Unsupported media type \\\"application/xml\\\" in request.\","
            + "\"code\":\"unsupported_media_type\"}");
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void refusesToAnswerInAMediaTypeThatItDoesNotWrite(String path) {
    Answer answer = Signet.send(json(path, "{}").header("Accept", "application/xml"));

    assertBody(
        answer,
        406,
        "{\"detail\":\"Could not satisfy the request Accept"
            + " header.\",\"code\":\"not_acceptable\"}");
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void doesNotLookAtAnAuthorizationHeader(String path, List<String> fields) {
    Answer answer = Signet.send(json(path, "{}").header("Authorization", "Bearer garbage"));

    assertBad(answer, ofEach(fields, "[\"This field is required.\"]"));
  }

  private static HttpRequest.Builder json(String path, String body) {
    return Signet.request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  /** An object in which each field has the same value. */
  private static String ofEach(List<String> fields, String value) {
    return fields.stream()
        .map(field -> "\"" + field + "\":" + value)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static void assertBad(Answer answer, String body) {
    assertBody(answer, 400, body);
  }

  private static void assertBody(Answer answer, int status, String body) {
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Language");
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
  }
}
