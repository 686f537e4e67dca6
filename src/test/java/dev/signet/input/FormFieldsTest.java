package dev.signet.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

  @ParameterizedTest
  @CsvSource({
    "a=x, x",
    "b=y&a=x&c=z, x",
    "a=x=y, x=y",
    "a=x+y%20z, x y z",
    "a=%2B%26%3D%25, +&=%",
    "a=Stra%C3%9Fe, Straße",
    "a=%F0%9F%94%91, \uD83D\uDD11",
    "a=Straße, Straße",
    "%61=x, x",
    "&&a=x&&, x",
    "a=x&a=last, last",
    "A=y&a=x, x",
  })
  void areDecoded(String body, String value) {
    assertThat(form(body).exact("a", 9)).isEqualTo(value);
  }

  @Test
  void mayBeginAndEndWithSpaces() {
    assertThat(form("a=+x%20").exact("a", 9)).isEqualTo(" x ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "b=", "=x"})
  void areNoneWhereThereAreNone(String body) {
    assertThat(form(body).has("a")).isFalse();
  }

  @Test
  void areThereWhenTheyAreBlank() {
    assertThat(form("a=").has("a")).isTrue();
    assertThat(form("a=").optional("a", 9)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%-1", "%=x", "b=%G0&a=x", "a=%u0041"})
  void areRefusedWithAPercentSignThatEncodesNothing(String body) {
    refuse(body.getBytes(UTF_8));
  }

  @Test
  void areRefusedWhenTheBytesAreNotUtf8() {
    refuse("a=ß".getBytes(ISO_8859_1));
  }

  @Test
  void refuseANulHoweverItIsWritten() {
    assertThat(TestErrors.of(() -> nul("a=%00"))).contains("Null characters are not allowed.");
    assertThat(TestErrors.of(() -> nul("a=x\0"))).contains("Null characters are not allowed.");
  }

  private static void nul(String body) {
    Fields fields = form(body);
    fields.exact("a", 9);
    fields.refuseIfWrong();
  }

  private static Fields form(String body) {
    return FieldsReader.form(body.getBytes(UTF_8));
  }

  private static void refuse(byte[] body) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> FieldsReader.form(body))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.FORM_PARSE_ERROR));
  }
}
