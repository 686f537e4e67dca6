package dev.signet.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §3.1, §3.2. */
class OAuthFormTest {

  @Test
  void hasWhatWasSent() {
    OAuthForm form = OAuthForm.parse("code=a%2Fb&state=x+y%20z&name=%C3%BC");
    assertThat(form.required("code")).isEqualTo("a/b");
    assertThat(form.optional("state")).contains("x y z");
    assertThat(form.optional("name")).contains("ü");
    assertThat(form.optional("Code")).isEmpty();
  }

  @Test
  void hasNothingWhereNothingWasSent() {
    assertThat(OAuthForm.parse("").parameters()).isEmpty();
    assertThat(OAuthForm.parse("").optional("code")).isEmpty();
    assertThat(OAuthForm.parse("&&&").optional("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "code", "code=", "state=x"})
  void countsWhatHasNoValueAsLeftOut(String text) {
    OAuthForm form = OAuthForm.parse(text);
    assertThat(form.optional("code")).isEmpty();
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> form.required("code"))
        .withMessage("invalid_request: code is missing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code=a&code=b", "code=a&code=a", "code=a&x=y&code=", "%63ode=a&code=b"})
  void refusesWhatIsThereTwice(String text) {
    OAuthForm form = OAuthForm.parse(text);
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> form.optional("code"))
        .withMessage("invalid_request: A parameter is there twice.");
    assertThatExceptionOfType(OAuthException.class).isThrownBy(() -> form.required("code"));
    assertThatExceptionOfType(OAuthException.class).isThrownBy(form::refuseRepeated);
    assertThat(form.optional("state")).isEmpty();
  }

  @Test
  void takesWhatNobodyKnowsAsLongAsItIsThereOnce() {
    assertThatNoException().isThrownBy(() -> OAuthForm.parse("a=1&b=2&c=").refuseRepeated());
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> OAuthForm.parse("a=1&unknown=2&unknown=3").refuseRepeated());
  }

  /** As many as a body can have: each is looked at once. */
  @ParameterizedTest
  @ValueSource(strings = {"%&", "a&", "a=%zz&", "&"})
  void isReadInTimeHoweverMuchThereIs(String pair) {
    OAuthForm form = OAuthForm.parse(pair.repeat(64 * 1024 / pair.length()));
    assertThat(form.parameters()).hasSizeLessThan(2);
  }

  @Test
  void mayNameSeveralResources() {
    assertThatNoException()
        .isThrownBy(() -> OAuthForm.parse("resource=a&resource=b").refuseRepeated());
  }

  /** RFC 6749 §5.2: what was sent is not what is left where it is passed over. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "code=%zz",
        "code=%2",
        "code=%",
        "code=a%",
        "code=%-1",
        "code=%00",
        "code=%&x=y",
        "c%6Fde=%zz"
      })
  void refusesWhatCannotBeDecoded(String text) {
    OAuthForm form = OAuthForm.parse(text);
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> form.optional("code"))
        .withMessage("invalid_request: A parameter is malformed.");
    assertThatExceptionOfType(OAuthException.class).isThrownBy(form::refuseRepeated);
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> OAuthForm.parse(form.text()).optional("code"));
    assertThat(form.optional("state")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"code=a&code=%zz", "%zz=1&code=a", "code=a&code%"})
  void refusesARequestOfWhichAPartCannotBeDecoded(String text) {
    OAuthForm form = OAuthForm.parse(text);
    assertThatExceptionOfType(OAuthException.class).isThrownBy(form::refuseRepeated);
  }

  /** Other nodes seal the same request to the same text, in whatever order it came. */
  @Test
  void isWrittenInOneOrder() {
    String text = "client_id=1&code_challenge=2&nonce=3&redirect_uri=4&response_type=5&state=6";
    assertThat(OAuthForm.parse(text).text()).isEqualTo(text);
    assertThat(
            OAuthForm.parse(
                    "state=6&response_type=5&redirect_uri=4&nonce=3&code_challenge=2&client_id=1")
                .text())
        .isEqualTo(text);
  }

  @Test
  void isWrittenAsItCanBeReadAgain() {
    OAuthForm form = OAuthForm.parse("state=a%26b%3Dc+%2B%C3%BC%0A&scope=openid+email");
    assertThat(OAuthForm.parse(form.text())).isEqualTo(form);
    assertThat(form.text()).matches("[!-~]*");
  }

  @Test
  void isNotChangedByWhoMadeIt() {
    Map<String, List<String>> parameters = new HashMap<>(Map.of("a", List.of("1")));
    OAuthForm form = new OAuthForm(parameters);
    parameters.put("b", List.of("2"));
    assertThat(form.parameters()).containsOnlyKeys("a");
  }

  @Test
  void showsNoValueWhereItIsPrinted() {
    assertThat(OAuthForm.parse("client_secret=hunter2")).hasToString("OAuthForm[client_secret]");
  }
}
