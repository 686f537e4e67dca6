package dev.signet.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private static final String KEY = "\uD83D\uDD11";

  @Test
  void requiredTextHasNoSpacesAroundIt() {
    assertThat(TestFields.json("{'a':' \\t x y\\u2003\\n'}").required("a", 3)).isEqualTo("x y");
  }

  @Test
  void whatWasTypedComesBackAsItWasForTheFieldsThatAreNamed() {
    assertThat(TestFields.json("{'a':' x ','b':1,'c':'y'}").typed("a", "b", "d"))
        .isEqualTo(Map.of("a", " x "));
  }

  @Test
  void optionalTextHasNoSpacesAroundIt() {
    assertThat(TestFields.json("{'a':' x '}").optional("a", 1)).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "true, true",
        "false, false",
        "1, true",
        "0, false",
        "'true', true",
        "'FALSE', false",
        "' on ', true",
        "'off', false",
        "'1', true",
        "'0', false",
      })
  void flagIsYesOrNoInAnyWayThatItIsSent(String sent, boolean flag) {
    Fields fields = TestFields.json("{'a':%s}".formatted(sent));
    assertThat(fields.flag("a")).isEqualTo(flag);
    assertThatNoException().isThrownBy(fields::refuseIfWrong);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"{} | This field is required.", "{'a':null} | This field may not be null."})
  void flagMustBeThere(String json, String why) {
    assertThat(
            TestErrors.of(
                () -> {
                  Fields fields = TestFields.json(json);
                  fields.flag("a");
                  fields.refuseIfWrong();
                }))
        .isEqualTo("{\"a\":[\"" + why + "\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "1.0", "-1", "[]", "{}", "[true]", "''", "'yes!'", "'\\u0000'"})
  void flagIsNothingElse(String sent) {
    assertThat(
            TestErrors.of(
                () -> {
                  Fields fields = TestFields.json("{'a':%s}".formatted(sent));
                  fields.flag("a");
                  fields.refuseIfWrong();
                }))
        .isEqualTo("{\"a\":[\"Must be a valid boolean.\"]}");
  }

  @Test
  void exactTextKeepsItsSpaces() {
    assertThat(TestFields.json("{'a':' x '}").exact("a", 3)).isEqualTo(" x ");
  }

  @Test
  void exactTextMayBeSpacesAlone() {
    assertThat(TestFields.json("{'a':' '}").exact("a", 3)).isEqualTo(" ");
  }

  @Test
  void optionalTextMayBeMissingOrBlank() {
    Fields fields = TestFields.json("{'a':' ','b':''}");
    assertThat(fields.optional("a", 9)).isEmpty();
    assertThat(fields.optional("b", 9)).isEmpty();
    assertThat(fields.optional("c", 9)).isEmpty();
    assertThatNoException().isThrownBy(fields::refuseIfWrong);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{}           | This field is required.",
        "{'a':null}   | This field may not be null.",
        "{'a':''}     | This field may not be blank.",
        "{'a':true}   | Not a valid string.",
        "{'a':false}  | Not a valid string.",
        "{'a':[]}     | Not a valid string.",
        "{'a':['x']}  | Not a valid string.",
        "{'a':{}}     | Not a valid string.",
        "{'a':'x\\u0000'}   | Null characters are not allowed.",
        "{'a':'\\u0000'}    | Null characters are not allowed.",
        "{'a':'\\ud83d'}    | Not a valid string.",
        "{'a':'\\udd11\\ud83d'} | Not a valid string.",
        "{'a':'xxxxx'} | Ensure this field has no more than 4 characters.",
        "{'a':12345}   | Ensure this field has no more than 4 characters.",
      })
  void refuseWithOneSentence(String json, String sentence) {
    String body = "{\"a\":[\"" + sentence + "\"]}";
    assertThat(errors(json, fields -> fields.required("a", 4))).isEqualTo(body);
    assertThat(errors(json, fields -> fields.exact("a", 4))).isEqualTo(body);
  }

  @Test
  void refuseRequiredTextOfSpacesAlone() {
    assertThat(errors("{'a':' \\u3000'}", fields -> fields.required("a", 4)))
        .isEqualTo("{\"a\":[\"This field may not be blank.\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a':null}", "{'a':true}", "{'a':[]}", "{'a':'xxxxx'}"})
  void refuseOptionalTextThatIsThereAndWrong(String json) {
    assertThat(errors(json, fields -> fields.optional("a", 4))).startsWith("{\"a\":[");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-17, -17", "1.50, 1.50", "12345678901234567890, 12345678901234567890"})
  void takeANumberForItsText(String number, String text) {
    assertThat(TestFields.json("{'a':" + number + "}").exact("a", 99)).isEqualTo(text);
  }

  @Test
  void countCodePoints() {
    assertThat(TestFields.json("{'a':'" + KEY.repeat(4) + "'}").exact("a", 4)).hasSize(8);
    assertThat(errors("{'a':'" + KEY.repeat(5) + "'}", fields -> fields.exact("a", 4)))
        .contains("no more than 4 characters");
  }

  @Test
  void countWithoutTheSpacesThatAreDropped() {
    assertThat(TestFields.json("{'a':'   xxxx   '}").required("a", 4)).isEqualTo("xxxx");
  }

  @Test
  void tellAllThatIsWrongAtOnce() {
    Consumer<Fields> reading =
        fields -> {
          fields.required("a", 4);
          fields.exact("b", 4);
          fields.optional("c", 4);
          fields.refuse("d", "email_invalid");
        };
    assertThat(errors("{'b':'','c':1.55555}", reading))
        .isEqualTo(
            "{\"a\":[\"This field is required.\"],\"b\":[\"This field may not be blank.\"],"
                + "\"c\":[\"Ensure this field has no more than 4 characters.\"],"
                + "\"d\":[\"Enter a valid email address.\"]}");
  }

  @Test
  void sayNoMoreOfAFieldThatIsRefusedAlready() {
    Consumer<Fields> reading =
        fields -> {
          fields.required("a", 4);
          fields.refuse("a", "email_invalid");
        };
    assertThat(errors("{}", reading)).isEqualTo("{\"a\":[\"This field is required.\"]}");
  }

  @Test
  void knowAFieldThatIsNull() {
    assertThat(TestFields.json("{'a':null}").has("a")).isTrue();
  }

  private static String errors(String json, Consumer<Fields> reading) {
    return TestErrors.of(
        () -> {
          Fields fields = TestFields.json(json);
          reading.accept(fields);
          fields.refuseIfWrong();
        });
  }
}
