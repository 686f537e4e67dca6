package dev.signet.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.problem.FieldErrors;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  @Test
  void areTheMembersOfTheObject() {
    Fields fields = TestFields.json("{'a': 'x', 'b': 'Straße \uD83D\uDD11'}");
    assertThat(fields.exact("a", 9)).isEqualTo("x");
    assertThat(fields.exact("b", 9)).isEqualTo("Straße \uD83D\uDD11");
    assertThat(fields.has("c")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t"})
  void areNoneWhereThereIsNoText(String text) {
    Fields fields = FieldsReader.json(text.getBytes(UTF_8));
    assertThat(fields.has("a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{'a'}",
        "{'a':}",
        "{'a':1,}",
        "{a:1}",
        "{'a':01}",
        "{'a':NaN}",
        "{'a':+1}",
        "{'a':'\n'}",
        "{'a':'\\x'}",
        "{'a':'\\u12'}",
        "nul",
        "[1,",
        "'",
        "// comment\n{}",
        "\uFEFF{}",
        "{\u0000}",
      })
  void areRefusedWhenTheTextIsMalformed(String text) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> TestFields.json(text))
        .satisfies(refusal -> assertThat(refusal.problem().code()).isEqualTo("parse_error"));
  }

  @Test
  void sayWhereTheTextIsMalformed() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> TestFields.json("{'a': 1,\n 'b': x}"))
        .withMessageMatching("VALUE_EXPECTED\\[line 2 column \\d+ \\(char \\d+\\)]");
  }

  @Test
  void sayThatTheTextEndsWhereItEnds() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> TestFields.json("{'token':"))
        .withMessage("VALUE_EXPECTED[line 1 column 10 (char 9)]");
  }

  @ParameterizedTest
  @CsvSource({
    "[], list",
    "[{}], list",
    "'\"x\"', str",
    "'\"\"', str",
    "1, int",
    "-1, int",
    "1.0, float",
    "1e2, float",
    "true, bool",
    "false, bool",
    "null, NoneType",
  })
  void areRefusedWhenTheTextIsNoObject(String text, String name) {
    assertThatExceptionOfType(FieldErrors.class)
        .isThrownBy(() -> FieldsReader.json(text.getBytes(UTF_8)))
        .satisfies(errors -> assertThat(errors.concerns(FieldErrors.NO_FIELD)).isTrue());
    assertThat(TestErrors.of(() -> FieldsReader.json(text.getBytes(UTF_8))))
        .isEqualTo(
            "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got "
                + name
                + ".\"]}");
  }

  @Test
  void areRefusedWhenTheBytesAreNotUtf8() {
    refuse(() -> FieldsReader.json("{\"a\":\"ß\"}".getBytes(ISO_8859_1)), Problem.PARSE_ERROR);
    refuse(() -> FieldsReader.json("{\"a\":\"ß\"}".getBytes(UTF_16)), Problem.PARSE_ERROR);
  }

  /** An overlong slash, half a surrogate pair, beyond Unicode, cut short. */
  @Test
  void areRefusedWhenTheBytesOnlyLookLikeUtf8() {
    int[][] bytes = {
      {0xC0, 0xAF}, {0xED, 0xA0, 0x80}, {0xF4, 0x90, 0x80, 0x80}, {0xE2, 0x82}, {0xFF}, {0x80}
    };
    for (int[] hostile : bytes) {
      refuse(() -> FieldsReader.json(json(hostile)), Problem.PARSE_ERROR);
    }
  }

  @Test
  void takeTheLastOfARepeatedName() {
    assertThat(TestFields.json("{'a':'first','a':'last'}").exact("a", 9)).isEqualTo("last");
  }

  @Test
  void haveNamesThatJsonEscapes() {
    assertThat(TestFields.json("{'\\u0061':'x'}").has("a")).isTrue();
  }

  @Test
  void mayHoldMoreThanAnybodyAsksFor() {
    String nested = "{'x':" + "[".repeat(100) + "]".repeat(100) + ",'a':'y'}";
    assertThat(TestFields.json(nested).exact("a", 9)).isEqualTo("y");
  }

  private static byte[] json(int[] text) {
    byte[] body = new byte[text.length + 8];
    System.arraycopy("{\"a\":\"".getBytes(UTF_8), 0, body, 0, 6);
    for (int i = 0; i < text.length; i++) {
      body[6 + i] = (byte) text[i];
    }
    System.arraycopy("\"}".getBytes(UTF_8), 0, body, 6 + text.length, 2);
    return body;
  }

  private static void refuse(ThrowingCallable reading, Problem problem) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(reading)
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
  }
}
