package dev.signet.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body and its media type may be; sign-up stands for all that read one. */
@WireTest
class BodiesIT {

  private static final String SIGNUP = "/api/auth/signup";

  @Test
  void saysAllThatIsWrongAtOnce() {
    Answer answer = Signet.postJson(SIGNUP, "{\"username\":null,\"email\":[],\"password\":\"\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"username\":[\"This field may not be null.\"],"
                + "\"email\":[\"Not a valid string.\"],"
                + "\"password\":[\"This field may not be blank.\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"username\":", "{\"a\":1}}", "\u0000", "{'a':1}"})
  void refusesMalformedJson(String body) {
    Answer answer = Signet.postJson(SIGNUP, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("parse_error");
    assertThat(answer.text("detail")).startsWith("JSON parse error - ");
  }

  @Test
  void refusesJsonThatIsNoObject() {
    Answer answer = Signet.postJson(SIGNUP, "[1]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}");
  }

  @Test
  void survivesADepthBomb() {
    assertThat(Signet.postJson(SIGNUP, "[".repeat(60_000)).status()).isEqualTo(400);
  }

  @Test
  void asksForEveryFieldOfAnEmptyBody() {
    Answer answer = Signet.postJson(SIGNUP, "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().keySet()).containsExactly("username", "email", "password");
  }

  @Test
  void refusesABodyOfMoreThan64KiB() {
    String body =
        Json.createObjectBuilder(Map.<String, Object>copyOf(Person.stranger().signupRequest()))
            .add("padding", "x".repeat(64 * 1024))
            .build()
            .toString();

    assertThat(Signet.postJson(SIGNUP, body).status()).isEqualTo(413);
  }

  @Test
  void refusesAnEndlessBodyThatDoesNotSayHowLongItIs() {
    byte[] chunk = "x".repeat(1024).getBytes(StandardCharsets.US_ASCII);

    Answer answer =
        Signet.send(
            Signet.request(SIGNUP)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArrays(Collections.nCopies(200, chunk))));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("code")).isEqualTo("too_large");
  }

  @Test
  void refusesAnUnknownMediaType() {
    Answer answer = Signet.post(SIGNUP, "application/xml", "<signup/>");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"Unsupported media type \\\"application/xml\\\" in request.\","
                + "\"code\":\"unsupported_media_type\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "application/",
        "application/*",
        "*/*",
        "a/b/c",
        "application/json, text/plain"
      })
  void refusesAMediaTypeThatIsNone(String mediaType) {
    Answer answer = Signet.post(SIGNUP, mediaType, "{}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.text("code")).isEqualTo("unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b,", ";a=b", "  ", "a/b;q=0.1 , "})
  void answersWhoAcceptsWithoutEnd(String part) {
    String accept = "a/b" + part.repeat(6000 / part.length());

    assertThat(Signet.send(Signet.request("/api/me").header("Accept", accept)).status())
        .isIn(401, 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "application/json;q=9999", "text/html;q=", "*"})
  void answersWhoAcceptsNonsense(String accept) {
    Answer answer = Signet.send(Signet.request("/api/me").header("Accept", accept));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("code")).isEqualTo("not_authenticated");
  }

  @Test
  void writesNothingForWhatItRefuses() {
    Person kim = Person.stranger();

    Signet.postJson(SIGNUP, "{\"username\":\"" + kim.username() + "\"");
    Signet.post(SIGNUP, Map.of("username", kim.username()));
    Signet.post(SIGNUP, "text/plain", kim.username());

    assertThat(Rows.count("select count(*) from account where username = ?", kim.username()))
        .isZero();
  }

  @Test
  void takesAForm() {
    assertThat(Signet.postForm(SIGNUP, Person.stranger().signupRequest()).status()).isEqualTo(201);
  }

  @Test
  void saysWhichMethodIsAllowed() {
    Answer answer = Signet.get(SIGNUP);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("POST");
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"Method \\\"GET\\\" not allowed.\",\"code\":\"method_not_allowed\"}");
  }

  @Test
  void cannotAnswerInXml() {
    Answer answer =
        Signet.send(
            Signet.request(SIGNUP)
                .header("Accept", "application/xml")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.text("code")).isEqualTo("not_acceptable");
  }

  @Test
  void addsTheMembersOfRfc9457ForWhoAsks() {
    Answer answer =
        Signet.send(
            Signet.request("/api/me")
                .header("Accept", "application/problem+json, application/json"));

    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"Authentication credentials were not provided.\","
                + "\"code\":\"not_authenticated\",\"type\":\"about:blank\","
                + "\"title\":\"Unauthorized\",\"status\":401}");
  }
}
