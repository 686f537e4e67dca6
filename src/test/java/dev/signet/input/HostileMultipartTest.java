package dev.signet.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.problem.FieldErrors;
import dev.signet.problem.ProblemException;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Multipart forms that are meant to hurt. */
class HostileMultipartTest {

  private static final String MALFORMED = "the parts are malformed";
  private static final String NO_END = "the last boundary is missing";
  private static final String FIELD = TestMultipart.field("a", "x");
  private static final String END = "--" + TestMultipart.BOUNDARY + "--";

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "b ",
        "b\"",
        "b\\",
        "b\r\n",
        "b\0",
        "ß",
        "b;c",
        "b*",
        "12345678901234567890123456789012345678901234567890123456789012345678901",
      })
  void areRefusedWithoutABoundaryAsItMayBe(String boundary) {
    refuse(
        () -> MultipartForm.fields(TestMultipart.body(FIELD).getBytes(UTF_8), boundary),
        "the boundary is missing or malformed");
  }

  /** However far a body comes before it is cut: nothing in it counts. */
  @Test
  void areRefusedWhenTheyAreCut() {
    String body = TestMultipart.body(FIELD + FIELD);
    int last = body.lastIndexOf("--") - 1;
    for (int length = 0; length <= last; length++) {
      String cut = body.substring(0, length);
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> TestMultipart.read(cut))
          .withMessageStartingWith("MULTIPART_PARSE_ERROR");
    }
  }

  @Test
  void sayThatTheirEndIsMissing() {
    refuse(() -> TestMultipart.read(FIELD), NO_END);
    refuse(() -> TestMultipart.read(FIELD + "--" + TestMultipart.BOUNDARY), NO_END);
    refuse(() -> TestMultipart.read(FIELD + "x" + END), NO_END);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "\0", "\r\n", "a=x", "{\"a\":\"x\"}", "--other\r\n\r\n\r\n--other--", END})
  void areRefusedWithoutAPart(String body) {
    refuse(() -> TestMultipart.read(body), MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "form-data; name=",
        "form-data; name=\"a",
        "form-data; =a",
        "form-data; name",
        "form-data name=a",
        "form-data; name=a b",
        "form-data; name=a; (",
        "form-data; name=(a",
        "; name=a",
        "\"form-data\"; name=a",
        "form-data; name=a\r\nContent-Disposition: form-data; name=b",
      })
  void areRefusedWithAMalformedDisposition(String disposition) {
    refuse(
        () -> TestMultipart.fields(TestMultipart.part("Content-Disposition: " + disposition, "x")),
        MALFORMED);
  }

  /** The parser's own loop over these ends with a ConcurrentModificationException. */
  @Test
  void areRefusedWithNumberedPiecesThatNameNoCharset() {
    String pieces = "form-data; name*0*=x; name*1*=y; x*0*=x; x*1*=y";
    refuse(
        () -> TestMultipart.fields(TestMultipart.part("Content-Disposition: " + pieces, "x")),
        MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base64",
        "quoted-printable",
        "x-uuencode",
        "nonsense",
        "",
        "8bit, base64",
        "8bit\r\nContent-Transfer-Encoding: base64",
      })
  void areRefusedWithATransferEncodingThatChangesBytes(String encoding) {
    refuse(
        () ->
            TestMultipart.fields(
                FIELD
                    + TestMultipart.part(
                        "Content-Disposition: form-data; name=b\r\n"
                            + "Content-Transfer-Encoding: "
                            + encoding,
                        "eA==")),
        "a transfer encoding other than 7bit, 8bit and binary");
  }

  @Test
  void areRefusedWhenATextIsNotUtf8() {
    byte[] body = TestMultipart.body(TestMultipart.field("a", "ß")).getBytes(ISO_8859_1);
    refuse(() -> MultipartForm.fields(body, TestMultipart.BOUNDARY), "the body is not UTF-8");
  }

  @Test
  void haveNoMorePartsThanAnyFormNeeds() {
    int most = MultipartForm.MOST_PARTS;
    assertThat(TestMultipart.fields(FIELD.repeat(most)).exact("a", 9)).isEqualTo("x");
    refuse(() -> TestMultipart.fields(FIELD.repeat(most + 1)), "more than 100 parts");
  }

  @Test
  void areRefusedWithAsManyPartsAsABodyCanHold() {
    String part = "--b\n\n\n";
    String body = part.repeat(FieldsReader.MAXIMUM_BYTES / part.length()) + "--b--";
    refuse(() -> TestMultipart.read(body, "b"), "more than 100 parts");
  }

  /** What is nested is a text like any other. */
  @Test
  void areNotTakenApartFurther() {
    String inner = "--inner\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\ny\r\n--inner--";
    String headers =
        "Content-Disposition: form-data; name=\"a\"\r\n"
            + "Content-Type: multipart/mixed; boundary=inner";
    Fields fields = TestMultipart.fields(TestMultipart.part(headers, inner));
    assertThat(fields.has("b")).isFalse();
    assertThat(fields.exact("a", 999)).isEqualTo(inner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x: y\r\n",
        " \r\n",
        ";a=b",
        ";a*0=b",
        "(",
        "\"",
        "\\",
        "=?utf-8?b?",
        "\r\n x",
        "\0",
        ":"
      })
  void mayHaveHeadersOfAnyLength(String piece) {
    String headers =
        "Content-Disposition: form-data; name=a" + piece.repeat(60_000 / piece.length());
    survive(TestMultipart.body(TestMultipart.part(headers, "x")).getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n--the-boundar",
        "\r\n--the-boundary ",
        "\r\n--the-boundary-",
        "\r",
        "\n",
        "-",
        "y"
      })
  void mayHoldWhatIsAlmostTheirBoundary(String piece) {
    String text = piece.repeat(60_000 / piece.length()) + "x";
    survive(TestMultipart.body(TestMultipart.field("a", text)).getBytes(UTF_8));
  }

  @Test
  void areReadOrRefusedWhateverStandsInThem() {
    Random chance = new Random(20261121);
    String seed =
        TestMultipart.body(
            TestMultipart.part(
                    "Content-Disposition: form-data; name*0*=UTF-8''%41; filename*=x'y'%42",
                    "Straße")
                + FIELD);
    String bytes = "\r\n\t -;:=\"'\\*%()\0\u00ff09abc,/";
    for (int round = 0; round < 2_000; round++) {
      byte[] body = seed.getBytes(UTF_8);
      for (int changes = chance.nextInt(8); changes >= 0; changes--) {
        body[chance.nextInt(body.length)] = (byte) bytes.charAt(chance.nextInt(bytes.length()));
      }
      survive(body);
    }
  }

  /** Read, or refused for a reason; anything else would be an error of ours. */
  private static void survive(byte[] body) {
    try {
      Fields fields = MultipartForm.fields(body, TestMultipart.BOUNDARY);
      fields.optional("a", 9);
      fields.refuseIfWrong();
    } catch (ProblemException | FieldErrors refused) {
      assertThat(refused).isNotNull();
    }
  }

  private static void refuse(ThrowingCallable reading, String reason) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(reading)
        .withMessage("MULTIPART_PARSE_ERROR[" + reason + "]");
  }
}
