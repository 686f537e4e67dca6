package dev.signet.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.database.TestSecrets;
import dev.signet.platform.CannotStart;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCipherTest {

  private static final byte[] KEY = "a private key".getBytes(UTF_8);
  private static final int SEALED_BYTES = 12 + 13 + 16;

  private final KeyCipher cipher = new KeyCipher(TestSecrets.of("s"));

  @Test
  void opensWhatItSealed() {
    assertThat(cipher.open("kid", cipher.seal("kid", KEY))).isEqualTo(KEY);
    assertThat(cipher.isCurrent("kid", cipher.seal("kid", KEY))).isTrue();
  }

  @Test
  void opensOnAnotherNode() {
    String sealed = new KeyCipher(TestSecrets.of("s")).seal("kid", KEY);
    assertThat(cipher.open("kid", sealed)).isEqualTo(KEY);
  }

  @Test
  void sealsNeverTwiceAlike() {
    assertThat(cipher.seal("kid", KEY)).isNotEqualTo(cipher.seal("kid", KEY));
  }

  @Test
  void showsNothingOfTheKey() {
    byte[] sealed = Base64.getDecoder().decode(cipher.seal("kid", KEY));
    assertThat(sealed).hasSize(SEALED_BYTES);
    assertThat(new String(sealed, UTF_8)).doesNotContain("private");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kie", "kid ", "KID", ""})
  void doesNotOpenTheRowOfAnotherKid(String other) {
    refuse(other, cipher.seal("kid", KEY));
  }

  @Test
  void doesNotOpenWithAnyBitFlipped() {
    byte[] sealed = Base64.getDecoder().decode(cipher.seal("kid", KEY));
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(cipher.isCurrent("kid", Base64.getEncoder().encodeToString(flipped)))
          .as("bit %s", bit)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 40})
  void doesNotOpenWhatWasCutShort(int length) {
    byte[] sealed = Base64.getDecoder().decode(cipher.seal("kid", KEY));
    byte[] cut = java.util.Arrays.copyOf(sealed, length);
    refuse("kid", Base64.getEncoder().encodeToString(cut));
  }

  @Test
  void doesNotOpenUnderAnotherSecret() {
    String sealed = new KeyCipher(TestSecrets.of("other")).seal("kid", KEY);
    refuse("kid", sealed);
    assertThat(cipher.isCurrent("kid", sealed)).isFalse();
  }

  @Test
  void opensWhatThePreviousSecretSealedAndKnowsThatItDid() {
    KeyCipher replacing = new KeyCipher(TestSecrets.replacing("new", "s"));
    String sealed = cipher.seal("kid", KEY);
    assertThat(replacing.open("kid", sealed)).isEqualTo(KEY);
    assertThat(replacing.isCurrent("kid", sealed)).isFalse();
  }

  @Test
  void sealsUnderTheSecretOfToday() {
    String sealed = new KeyCipher(TestSecrets.replacing("new", "s")).seal("kid", KEY);
    assertThat(new KeyCipher(TestSecrets.of("new")).open("kid", sealed)).isEqualTo(KEY);
    refuse("kid", sealed);
  }

  private void refuse(String kid, String sealed) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> cipher.open(kid, sealed))
        .withMessageStartingWith("SIGNET_SECRET does not open the signing keys of this database")
        .withMessageContaining("SIGNET_SECRET_PREVIOUS")
        .withMessageNotContaining(TestSecrets.text("s"));
  }
}
