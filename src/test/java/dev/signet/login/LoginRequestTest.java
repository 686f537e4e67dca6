package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.input.Fields;
import dev.signet.input.TestErrors;
import dev.signet.input.TestFields;
import dev.signet.session.SessionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'username':' Jane ','password':' p '}          | Jane",
        "{'email':' j@x ','password':' p '}              | j@x",
        "{'username':'j@x','password':' p '}             | j@x",
        "{'username':'Jane','email':7,'password':' p '}  | Jane",
        "{'username':42,'password':' p '}                | 42",
      })
  void namesTheAccountByUsernameOrAddress(String json, String identifier) {
    assertThat(parse(json)).isEqualTo(new LoginRequest(identifier, " p ", SessionKind.API));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                               | username | required",
        "{'email':'','password':'p'}      | email    | blank",
        "{'username':' ','password':'p'}  | username | blank",
        "{'username':null,'email':'j@x','password':'p'} | username | null",
        "{'username':true,'password':'p'} | username | valid",
        "{'username':'j'}                 | password | required",
        "{'username':'j','password':''}   | password | blank",
        "{'username':'j','password':{}}   | password | valid",
        "{'username':'j\\u0000','password':'p'} | username | Null characters",
        "{'username':'j','password':'p','remember_me':null} | remember_me | null",
      })
  void isToldWhichFieldIsWrong(String json, String field, String what) {
    assertThat(TestErrors.of(() -> parse(json))).contains("\"" + field + "\":[\"").contains(what);
  }

  @Test
  void isToldOfAllFieldsAtOnce() {
    assertThat(TestErrors.of(() -> parse("{}")))
        .isEqualTo(
            "{\"username\":[\"This field is required.\"],"
                + "\"password\":[\"This field is required.\"]}");
  }

  @Test
  void takesFieldsUpToTheirLength() {
    assertThat(parse(with(254, 256)).password()).hasSize(256);
    assertThat(TestErrors.of(() -> parse(with(255, 257))))
        .contains("no more than 254", "no more than 256");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"true, REMEMBERED", "false, BROWSER", "'on', REMEMBERED"})
  void isABrowsersWhereItSaysWhetherToRemember(String remember, SessionKind kind) {
    String json = "{'username':'j','password':'p','remember_me':%s}".formatted(remember);
    assertThat(parse(json).kind()).isEqualTo(kind);
  }

  @Test
  void showsNoPassword() {
    assertThat(new LoginRequest("jane", "hunter2", SessionKind.API).toString())
        .doesNotContain("hunter2");
  }

  private static String with(int identifier, int password) {
    return "{'username':'%s','password':'%s'}"
        .formatted("u".repeat(identifier), "p".repeat(password));
  }

  private static LoginRequest parse(String json) {
    Fields fields = TestFields.json(json);
    return LoginRequest.parse(fields, SessionKind.asked(fields));
  }
}
