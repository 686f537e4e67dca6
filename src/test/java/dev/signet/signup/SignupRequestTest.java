package dev.signet.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.NewAccount;
import dev.signet.input.TestErrors;
import dev.signet.input.TestFields;
import dev.signet.platform.TestSettings;
import dev.signet.strength.PasswordPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignupRequestTest {

  private static final String KEY = "\uD83D\uDD11";
  private static final String PASSWORD = "correct horse battery";

  @Test
  void asksForAnAccount() {
    assertThat(
            parse(
                "{'username':' Jane ','email':' jane@example.org ','name':' Jane Doe ',"
                    + "'password':' correct horse battery ','is_admin':true,'roles':['admin']}"))
        .isEqualTo(
            new NewAccount("Jane", "jane@example.org", "Jane Doe", " correct horse battery "));
  }

  @Test
  void needsNoName() {
    assertThat(parse(with("jane", "jane@example.org", PASSWORD)).name()).isEmpty();
  }

  @Test
  void isToldAllThatIsWrongAtOnce() {
    assertThat(errors("{}"))
        .isEqualTo(
            "{\"username\":[\"This field is required.\"],\"email\":[\"This field is required.\"],"
                + "\"password\":[\"This field is required.\"]}");
    assertThat(errors(with("a b", "x", "short")))
        .isEqualTo(
            "{\"username\":[\"Use letters, digits and the characters . _ - + only.\"],"
                + "\"email\":[\"Enter a valid email address.\"],"
                + "\"password\":[\"Ensure this field has at least 15 characters.\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "j",
        "jane.doe_1-2+3",
        "Jörg",
        "한글",
        "J\u0308org",
        "ｊａｎｅ",
        "Ünïcödé",
        "हिन्दी",
        "①"
      })
  void takesAUsernameOfLettersDigitsAndAFewSigns(String username) {
    assertThat(parse(with(username, "jane@example.org", PASSWORD)).username()).isEqualTo(username);
  }

  /** The full-width @ and the ligature with spaces are what they stand for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@example.org", "jane＠example", "a b", "a\\tb", "a/b", "a:b", "<b>", "a\\u200bb",
        "a\\u202eb", "a\\u00adb", "\uFDFA", "\uD83D\uDD11", "a'b", "a\\\\b", "a%b", "a\\u00a0b",
      })
  void takesNoUsernameThatCouldPassForSomethingElse(String username) {
    assertThat(errors(with(username, "jane@example.org", PASSWORD)))
        .isEqualTo("{\"username\":[\"Use letters, digits and the characters . _ - + only.\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "j@x",
        "jane+tag@example.org",
        "o'neil@example.org",
        "jörg@bücher.example",
        "jane@sub.example.co.uk",
        "\"#$%&*/=?^_`{|}~-\"@x",
      })
  void takesAnAddressThatMayBe(String email) {
    String json = email.replace("\"", "");
    assertThat(parse(with("jane", json.replace("'", "\\u0027"), PASSWORD)).email()).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane",
        "@example.org",
        "jane@",
        "a@b@c",
        "a b@example.org",
        "jane@exa mple.org",
        "jane@example.org\\r\\nBcc: x@y",
        "<jane@example.org>",
        "Jane <jane@example.org>",
        "jane@example.org,x@y",
        "jane@example.org;x@y",
        "(jane)@example.org",
        "jane@[127.0.0.1]",
        "\\\"jane\\\"@example.org",
        "jane@under_score.org",
        "a\\\\b@example.org",
      })
  void takesNoAddressThatCouldReachAnother(String email) {
    assertThat(errors(with("jane", email, PASSWORD)))
        .isEqualTo("{\"email\":[\"Enter a valid email address.\"]}");
  }

  @Test
  void takesALocalPartOf64CharactersAndNoMore() {
    assertThat(parse(with("jane", "a".repeat(64) + "@x", PASSWORD)).email()).hasSize(66);
    assertThat(errors(with("jane", "a".repeat(65) + "@x", PASSWORD))).contains("valid email");
  }

  @Test
  void takesFieldsUpToTheirLength() {
    String password = "the quick red hen walks ".repeat(11).substring(0, 256);
    String email = "a@" + ("b".repeat(63) + ".").repeat(3) + "b".repeat(60);
    assertThat(parse(with("a".repeat(150), email, password)).email()).isEqualTo(email);
    assertThat(errors(with("a".repeat(151), email + "b", password + "!")))
        .contains("no more than 150", "no more than 254", "no more than 256");
    assertThat(errors("{'name':'" + "n".repeat(257) + "'}")).contains("no more than 256");
  }

  @Test
  void takesAPasswordOf15CharactersAndNotOf14() {
    assertThat(parse(with("jane", "j@x", "fifteen of them")).password()).hasSize(15);
    assertThat(errors(with("jane", "j@x", "fourteen of it"))).contains("at least 15");
  }

  /** A key outside of the plane is one character, and so is a letter with its marks. */
  @Test
  void countsCharactersAsPeopleDo() {
    String keys = KEY.repeat(6);
    assertThat(parse(with("jane", "j@x", "my locks " + keys)).password()).hasSize(21);
    assertThat(errors(with("jane", "j@x", "my lock " + keys))).contains("at least 15");
    assertThat(errors(with("jane", "j@x", "bo\\u0308se Flo\\u0308ten"))).contains("at least 15");
    assertThat(parse(with("jane", "j@x", "drei bo\\u0308se Flo\\u0308ten")).password()).hasSize(18);
  }

  @Test
  void takesAPasswordAsItIs() {
    assertThat(parse(with("jane", "j@x", "   spaces count   ")).password())
        .isEqualTo("   spaces count   ");
  }

  @Test
  void refusesAPasswordOfWhatElseIsAskedFor() {
    String request =
        "{'username':'jd','email':'jd@x','name':'Jane Doe','password':'jane-doe-jane-doe1'}";
    assertThat(errors(request)).startsWith("{\"password\":[\"This password is easy to guess: your");
    assertThat(errors(with("jane", "j@x", "password-password"))).contains("common words");
  }

  private static NewAccount parse(String json) {
    return SignupRequest.parse(TestFields.json(json), PasswordPolicy.from(TestSettings.shipped()));
  }

  private static String errors(String json) {
    return TestErrors.of(() -> parse(json));
  }

  private static String with(String username, String email, String password) {
    return "{'username':'%s','email':'%s','password':'%s'}"
        .formatted(username.replace("'", "\\u0027"), email, password);
  }
}
