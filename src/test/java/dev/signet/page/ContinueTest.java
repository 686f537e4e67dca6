package dev.signet.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinueTest {

  private static final String HOME = "/signet/account";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/signet/account",
        "/shop?item=1&then=/cart",
        "/shop?back=https://elsewhere.example",
        "/a%20b#part",
        "/a:b",
        "/@evil.example"
      })
  void aPathOfTheSameOriginIsGood(String path) {
    assertThat(Continue.to(path, HOME).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "account",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/%5cevil.example/..//evil.example\\",
        "https://evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "/a b",
        "/\tevil",
        " /account",
        "/%zz",
        "/%2f/evil.example",
        "/한국",
        "/a|b"
      })
  void anythingElseLeadsHome(String wish) {
    assertThat(Continue.to(wish, HOME).path()).isEqualTo(HOME);
  }

  @Test
  void aNovelLeadsHome() {
    assertThat(Continue.to("/" + "a".repeat(4096), HOME).path()).isEqualTo(HOME);
  }

  @Test
  void goesIntoAQueryWhole() {
    assertThat(Continue.to("/shop?a=1&b=2", HOME).encoded()).isEqualTo("%2Fshop%3Fa%3D1%26b%3D2");
  }
}
