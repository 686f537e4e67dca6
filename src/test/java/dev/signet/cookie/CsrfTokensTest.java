package dev.signet.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.database.TestSecrets;
import org.junit.jupiter.api.Test;

class CsrfTokensTest {

  private final CsrfTokens tokens = new CsrfTokens(TestSecrets.of("now"));

  @Test
  void oneIsOfOneSession() {
    String token = tokens.of("session");

    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(tokens.isOf("session", token)).isTrue();
    assertThat(tokens.isOf("another", token)).isFalse();
    assertThat(tokens.isOf("session", token + "x")).isFalse();
    assertThat(tokens.isOf("session", "")).isFalse();
  }

  @Test
  void nobodyMakesOneWithoutTheSecret() {
    String foreign = new CsrfTokens(TestSecrets.of("foreign")).of("session");

    assertThat(tokens.isOf("session", foreign)).isFalse();
  }

  @Test
  void isGoodWhileTheSecretIsBeingReplaced() {
    CsrfTokens next = new CsrfTokens(TestSecrets.replacing("next", "now"));

    assertThat(next.isOf("session", tokens.of("session"))).isTrue();
    assertThat(next.of("session")).isNotEqualTo(tokens.of("session"));
  }
}
