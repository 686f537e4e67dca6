package dev.signet.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.PasswordHash;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashesTest {

  private static final Argon2Parameters PARAMETERS = new Argon2Parameters(19_456, 2, 1);

  /** Of "password" under the salt 00 01 … 0f, made by argon2-cffi 25.1.0. */
  private static final String HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw"
          + "$OZA6NM05OHZDbmcc1pDf6Kuc57E0WafgTsDk8GlN2w0";

  private final PasswordHashes hashes = new PasswordHashes(PARAMETERS, new CountingRandom());

  @Test
  void hashesAsTheReferenceImplementationDoes() {
    assertThat(hashes.hash("password")).isEqualTo(HASH);
  }

  @Test
  void salts() {
    assertThat(hashes.hash("password")).isNotEqualTo(hashes.hash("password"));
  }

  @Test
  void verifiesWhatItHashed() {
    assertThat(hashes.verify("password", HASH)).isTrue();
    assertThat(hashes.verify("Password", HASH)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {" password", "password ", "password\n", "password\0", "passwor", ""})
  void neverTrimsOrPads(String almost) {
    assertThat(hashes.verify(almost, HASH)).isFalse();
  }

  @Test
  void takesTheEmptyPasswordLikeAnyOther() {
    String stored = hashes.hash("");
    assertThat(hashes.verify("", stored)).isTrue();
    assertThat(hashes.verify(" ", stored)).isFalse();
  }

  @Test
  void hashesThe256thCharacterToo() {
    String stored = hashes.hash("a".repeat(256));
    assertThat(hashes.verify("a".repeat(256), stored)).isTrue();
    assertThat(hashes.verify("a".repeat(255) + "b", stored)).isFalse();
    assertThat(hashes.verify("a".repeat(255), stored)).isFalse();
  }

  @Test
  void takesComposedAndDecomposedCharactersForTheSame() {
    String composed = "\u00c5ngstr\u00f6m \ud83d\udd11";
    String decomposed = "A\u030angstro\u0308m \ud83d\udd11";
    assertThat(hashes.verify(decomposed, hashes.hash(composed))).isTrue();
    assertThat(hashes.verify(composed, hashes.hash(decomposed))).isTrue();
  }

  /** NFC, not NFKC: a ligature is not its letters. */
  @Test
  void doesNotTakeCompatibleCharactersForTheSame() {
    assertThat(hashes.verify("file", hashes.hash("\ufb01le"))).isFalse();
  }

  @Test
  void normalisesToNfcAndEncodesAsUtf8() {
    assertThat(hashes.hash("A\u030angstro\u0308m \ud83d\udd11"))
        .endsWith("$bI3MNggJ9nqf835O519hdfvsKsAnBGU4qoGlV9SPi3I");
  }

  @Test
  void servesJakartaSecurity() {
    PasswordHash jakarta = hashes;
    assertThat(jakarta.generate("password".toCharArray())).isEqualTo(HASH);
    assertThat(jakarta.verify("password".toCharArray(), HASH)).isTrue();
    assertThat(jakarta.verify("Password".toCharArray(), HASH)).isFalse();
  }

  @Test
  void isContentWithItsOwnHash() {
    assertThat(hashes.needsRehash(HASH)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "19455, 2, 1, true, one KiB less",
    "19456, 1, 1, true, one pass less",
    "19457, 2, 1, false, one KiB more",
    "19456, 3, 1, false, one pass more",
    "19456, 2, 8, false, more lanes",
    "47104, 1, 1, false, fewer passes over more memory",
    "12972, 3, 1, false, as much work in less memory",
    "12970, 3, 1, true, less work in less memory",
    "7168, 10, 1, true, more work but less memory than ASVS allows",
    "102400, 2, 8, false, Django",
    "262144, 10, 16, false, the strongest that is read"
  })
  void rehashesOnlyUpward(int memory, int iterations, int lanes, boolean needed, String why) {
    String parameters = "m=%d,t=%d,p=%d".formatted(memory, iterations, lanes);
    String stored = HASH.replace("m=19456,t=2,p=1", parameters);
    assertThat(hashes.needsRehash(stored)).as(why).isEqualTo(needed);
    assertThat(hashes.needsRehash("argon2" + stored)).as(why).isEqualTo(needed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2i$v=19$m=262144,t=10,p=16$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
        "$argon2d$v=19$m=262144,t=10,p=16$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
        "$argon2id$v=16$m=262144,t=10,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
        "$argon2id$m=262144,t=10,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
        "pbkdf2_sha256$10000000$seasalt$wJSpLMQRQz0Dhj/pFpbyjMj71B2gUYp6HJS5AU+32Ac=",
        "$2b$16$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "md5$salt$5f4dcc3b5aa765d61d8327deb882cf99"
      })
  void replacesEveryOtherScheme(String stored) {
    assertThat(hashes.needsRehash(stored)).isTrue();
  }

  /** Counts upward from zero, so that the first salt is known and no two are alike. */
  private static final class CountingRandom extends SecureRandom {
    private static final long serialVersionUID = 1;
    private byte next;

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = next++;
      }
    }
  }
}
