package dev.signet.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What KeyCipherTest does not say of it. */
class SealTest {

  private final Seal seal = new Seal(TestSecrets.of("s"), "mail");

  @Test
  void opensWhatItClosed() {
    assertThat(seal.open("row", seal.close("row", "a letter".getBytes(UTF_8))))
        .hasValue("a letter".getBytes(UTF_8));
  }

  @Test
  void doesNotOpenWhatIsOfAnotherUse() {
    String keys = new Seal(TestSecrets.of("s"), "key-encryption").close("row", new byte[8]);
    assertThat(seal.open("row", keys)).isEmpty();
  }

  @Test
  void doesNotOpenWhatIsNotBase64() {
    assertThat(seal.open("row", "not*base64")).isEmpty();
  }
}
