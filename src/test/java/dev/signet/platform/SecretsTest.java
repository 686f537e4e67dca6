package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void nameThingsIn22CharactersOfBase64url() {
    assertThat(Secrets.identifier()).matches("[A-Za-z0-9_-]{22}");
  }

  @Test
  void nameNoTwoThingsAlike() {
    assertThat(IntStream.range(0, 1000).mapToObj(i -> Secrets.identifier()))
        .doesNotHaveDuplicates();
  }

  @Test
  void haveAsManyBytesAsAskedFor() {
    assertThat(Secrets.bytes(0)).isEmpty();
    assertThat(Secrets.bytes(33)).hasSize(33);
  }
}
