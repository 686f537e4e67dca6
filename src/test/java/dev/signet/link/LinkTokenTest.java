package dev.signet.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.HmacSha256;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokenTest {

  private static final HmacSha256 KEY = new HmacSha256(new byte[32]);
  private static final String TEXT = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";

  @Test
  void isDifferentEachTimeAndReadsItself() {
    LinkToken token = LinkToken.random();

    assertThat(token).isNotEqualTo(LinkToken.random());
    assertThat(LinkToken.parse(token.text())).isEqualTo(token);
  }

  /** By Python's hmac module. */
  @Test
  void restsAsAMacUnderTheKey() {
    assertThat(LinkToken.parse(TEXT).hash(KEY))
        .isEqualTo("tXokhT2XC2VdL_0XMqr7owJxQ9wLYqKfY7-JYiFl9sI");
  }

  @Test
  void restsOtherwiseUnderAnotherKey() {
    LinkToken token = LinkToken.parse(TEXT);

    assertThat(token.hash(new HmacSha256(new byte[] {1}))).isNotEqualTo(token.hash(KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCd",
        "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEf",
        "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789+/AbCdE",
        "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCd\n"
      })
  void isNothingElse(String text) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> LinkToken.parse(text))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.LINK_MALFORMED));
  }

  @Test
  void isNotShown() {
    assertThat(LinkToken.parse(TEXT).toString()).doesNotContain(TEXT);
  }
}
