package dev.signet.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser of the server's own Jakarta Mail, at the places that take a form. */
@WireTest
class MultipartIT {

  private static final String SIGNUP = "/api/auth/signup";
  private static final String TYPE = "multipart/form-data; boundary=" + TestMultipart.BOUNDARY;

  @Test
  void signsUp() {
    Answer answer = Signet.postMultipart(SIGNUP, Person.signupRequestWith("name", "김 Straße"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().getJsonObject("user").getString("name")).isEqualTo("김 Straße");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/token/", "/api/token"})
  void logsIn(String path) {
    Person kim = Person.signedUp();

    Answer answer =
        Signet.postMultipart(path, Map.of("username", kim.username(), "password", Signet.PASSWORD));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(Signet.get("/api/me", answer.access()).status()).isEqualTo(200);
  }

  @Test
  void refreshesVerifiesAndLogsOut() {
    Map<String, String> refresh = Map.of("refresh", Person.stranger().signUp().refresh());

    Answer next = Signet.postMultipart("/api/auth/refresh", refresh);

    assertThat(next.status()).as(next.body()).isEqualTo(200);
    assertThat(Signet.postMultipart("/api/token/refresh/", refresh).json())
        .containsOnlyKeys("access");
    assertThat(Signet.postMultipart("/api/token/verify/", Map.of("token", next.access())).status())
        .isEqualTo(200);
    assertThat(Signet.postMultipart("/api/auth/logout", Map.of("refresh", next.refresh())).status())
        .isEqualTo(204);
    assertThat(
            Signet.postMultipart("/api/token/blacklist/", Map.of("refresh", next.refresh()))
                .status())
        .isEqualTo(401);
  }

  @Test
  void asksForWhatIsMissing() {
    assertThat(Signet.postMultipart("/api/token/", Map.of("x", "y")).body())
        .isEqualTo(
            "{\"username\":[\"This field is required.\"],"
                + "\"password\":[\"This field is required.\"]}");
  }

  @Test
  void refusesAFile() {
    String file =
        TestMultipart.part("Content-Disposition: form-data; name=token; filename=t.txt", "x");

    Answer answer = Signet.post("/api/token/verify/", TYPE, TestMultipart.body(file));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"token\":[\"Not a valid string.\"]}");
  }

  @Test
  void refusesWhatIsCutAndWritesNothing() {
    Person kim = Person.stranger();
    String parts =
        TestMultipart.field("username", kim.username())
            + TestMultipart.field("email", kim.email())
            + TestMultipart.field("password", Signet.PASSWORD);

    Answer answer = Signet.post(SIGNUP, TYPE, parts);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"Multipart form parse error - the last boundary is missing\","
                + "\"code\":\"parse_error\"}");
    assertThat(Rows.count("select count(*) from account where username = ?", kim.username()))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=other",
        "multipart/form-data; boundary=the-boundary; boundary=other",
        "multipart/form-data; boundary=\u00df",
        "multipart/mixed; boundary=the-boundary",
        "multipart/*; boundary=the-boundary",
      })
  void refusesAnotherBoundaryOrType(String type) {
    Answer answer =
        Signet.post(
            "/api/token/verify/", type, TestMultipart.body(TestMultipart.field("token", "x")));

    assertThat(answer.status()).as(answer.body()).isIn(400, 415);
    assertThat(answer.text("code")).isIn("parse_error", "unsupported_media_type");
  }

  @Test
  void takesAQuotedBoundary() {
    String body =
        TestMultipart.body(TestMultipart.field("token", "x"))
            .replace(TestMultipart.BOUNDARY, "it's = (a) b");

    Answer answer =
        Signet.post("/api/token/verify/", "multipart/form-data; boundary=\"it's = (a) b\"", body);

    assertThat(answer.text("detail")).isEqualTo("Token is invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--the-boundary\r\n\r\n\r\n", "--the-boundary\n", "--the-boundary--"})
  void survivesAsManyPartsAsABodyCanHold(String part) {
    Answer answer = Signet.post("/api/token/verify/", TYPE, part.repeat(64 * 1024 / part.length()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("parse_error");
  }

  @Test
  void refusesMoreThan64KiB() {
    byte[] part = TestMultipart.field("x", "x".repeat(1000)).getBytes(StandardCharsets.US_ASCII);

    Answer whole =
        Signet.post(SIGNUP, TYPE, TestMultipart.body(TestMultipart.field("x", "x".repeat(65_536))));
    Answer endless =
        Signet.send(
            Signet.request(SIGNUP)
                .header("Content-Type", TYPE)
                .POST(BodyPublishers.ofByteArrays(Collections.nCopies(200, part))));

    assertThat(whole.status()).isEqualTo(413);
    assertThat(whole.text("code")).isEqualTo("too_large");
    assertThat(endless.status()).isEqualTo(413);
  }
}
