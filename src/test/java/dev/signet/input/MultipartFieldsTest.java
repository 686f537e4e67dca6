package dev.signet.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"x", " x ", "Straße \uD83D\uDD11", "a\r\nb", "\r\n", "--b", "%41+&=", "-"})
  void areTheTextsOfTheParts(String text) {
    assertThat(TestMultipart.fields(TestMultipart.field("a", text)).exact("a", 99)).isEqualTo(text);
  }

  @Test
  void areThereWhenTheyAreBlank() {
    Fields fields = TestMultipart.fields(TestMultipart.field("a", ""));
    assertThat(fields.has("a")).isTrue();
    assertThat(fields.optional("a", 9)).isEmpty();
  }

  @Test
  void areAsManyAsThereAreParts() {
    Fields fields =
        TestMultipart.fields(TestMultipart.field("a", "x") + TestMultipart.field("b", "y"));
    assertThat(fields.exact("a", 9)).isEqualTo("x");
    assertThat(fields.exact("b", 9)).isEqualTo("y");
    assertThat(fields.has("c")).isFalse();
  }

  @Test
  void takeTheLastOfARepeatedName() {
    String parts = TestMultipart.field("a", "first") + TestMultipart.field("a", "last");
    assertThat(TestMultipart.fields(parts).exact("a", 9)).isEqualTo("last");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=a",
        "content-disposition:FORM-DATA;NAME=\"a\"",
        "Content-Disposition: form-data;\r\n name=\"a\"",
        "Content-Disposition: form-data; x=y; name=\"a\";",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=UTF-8",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Type: nonsense",
        "Content-Type: application/json\r\nContent-Disposition: form-data; name=\"a\"",
        "Content-Disposition: form-data; name=\"a\"\r\nno header at all",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Length: 99999999999",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: 8bit",
        "Content-Disposition: form-data; name=\"a\"\r\ncontent-transfer-encoding:  BINARY ",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: 7bit",
      })
  void areNamedByTheDisposition(String headers) {
    assertThat(TestMultipart.fields(TestMultipart.part(headers, "x")).exact("a", 9)).isEqualTo("x");
  }

  /** So has the contract it: a part without a field's name is passed over. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: y",
        "Content-Disposition: form-data",
        "Content-Disposition: form-data; filename=\"a\"",
        "Content-Disposition: attachment; name=\"a\"",
        "Content-Type: text/plain; name=\"a\"",
      })
  void areNotInPartsWithoutAName(String headers) {
    String parts = TestMultipart.part(headers, "x") + TestMultipart.field("b", "y");
    Fields fields = TestMultipart.fields(parts);
    assertThat(fields.has("a")).isFalse();
    assertThat(fields.exact("b", 9)).isEqualTo("y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filename=\"a.txt\"",
        "filename=\"\"",
        "filename=a.txt",
        "filename*=UTF-8''a.txt",
        "FileName=\"C:\\x\\y.txt\"",
        "filename=\"Straße\"",
      })
  void areNoTextWhenThePartIsAFile(String filename) {
    String headers = "Content-Disposition: form-data; name=\"a\"; " + filename;
    assertThat(TestErrors.of(() -> required(TestMultipart.part(headers, "x"))))
        .isEqualTo("{\"a\":[\"Not a valid string.\"]}");
  }

  @Test
  void mayHoldAFileThatNobodyAsksFor() {
    String file =
        TestMultipart.part("Content-Disposition: form-data; name=\"f\"; filename=\"f\"", "\u00ff");
    byte[] body = TestMultipart.body(file + TestMultipart.field("a", "x")).getBytes(ISO_8859_1);
    assertThat(MultipartForm.fields(body, TestMultipart.BOUNDARY).exact("a", 9)).isEqualTo("x");
  }

  @Test
  void refuseANul() {
    assertThat(TestErrors.of(() -> required(TestMultipart.field("a", "x\0"))))
        .isEqualTo("{\"a\":[\"Null characters are not allowed.\"]}");
  }

  @Test
  void areReadBetweenWhateverStandsBeforeAndBehind() {
    String body = "before\r\n" + TestMultipart.body(TestMultipart.field("a", "x")) + "behind";
    assertThat(TestMultipart.read(body).exact("a", 9)).isEqualTo("x");
  }

  @Test
  void mayHaveLinesThatEndLikeUnix() {
    String body = TestMultipart.body(TestMultipart.field("a", "x")).replace("\r\n", "\n");
    assertThat(TestMultipart.read(body).exact("a", 9)).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b",
        "----WebKitFormBoundary7MA4YWxkTrZu0gW",
        "0'()+_,./:=?-",
        "in between",
        "1234567890123456789012345678901234567890123456789012345678901234567890",
      })
  void areSeparatedByAnyBoundary(String boundary) {
    String body =
        TestMultipart.body(TestMultipart.field("a", "x"))
            .replace("--" + TestMultipart.BOUNDARY, "--" + boundary);
    assertThat(TestMultipart.read(body, boundary).exact("a", 9)).isEqualTo("x");
  }

  @Test
  void areReadAsWhatTheirMediaTypeSays() {
    MediaType type =
        new MediaType("multipart", "form-data", Map.of("Boundary", TestMultipart.BOUNDARY));
    assertThat(read(TestMultipart.body(TestMultipart.field("a", "x")), type).exact("a", 9))
        .isEqualTo("x");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "b")
  void areNoneWhereThereIsNoBody(String boundary) {
    MediaType type = MediaType.MULTIPART_FORM_DATA_TYPE;
    if (boundary != null) {
      type = new MediaType("multipart", "form-data", Map.of("boundary", boundary));
    }
    assertThat(read("", type).has("a")).isFalse();
  }

  private static void required(String parts) {
    Fields fields = TestMultipart.fields(parts);
    fields.required("a", 9);
    fields.refuseIfWrong();
  }

  private static Fields read(String body, MediaType type) {
    return new FieldsReader()
        .readFrom(
            Fields.class,
            Fields.class,
            new Annotation[0],
            type,
            new MultivaluedHashMap<>(),
            new ByteArrayInputStream(body.getBytes(UTF_8)));
  }
}
