package dev.signet.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void cutsWhatAPeerCallsItselfToWhatARowTakes() {
    assertThat(new Origin("::1", "x".repeat(256)).userAgent()).hasSize(256);
    assertThat(new Origin("::1", "x".repeat(257)).userAgent()).hasSize(256);
  }

  @Test
  void hasNoControlCharacters() {
    assertThat(new Origin("::1", "a\r\nb\0c\u007F").userAgent()).isEqualTo("a  b c ");
  }

  @Test
  void mayBeOfSomebodyWhoSaysNothing() {
    assertThat(new Origin("::1", "").userAgent()).isEmpty();
  }
}
