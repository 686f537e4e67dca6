package dev.signet.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestEnvironments;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterSecretTest {

  private static final DatabaseLocation ELSEWHERE =
      new DatabaseLocation("jdbc:postgresql://localhost/signet", "", "");
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "fedcba9876543210fedcba9876543210";

  @Test
  void takes32Bytes() {
    assertThatNoException().isThrownBy(() -> of(Map.of("SIGNET_SECRET", SECRET)));
  }

  @Test
  void counts32BytesAndNotCharacters() {
    assertThatNoException().isThrownBy(() -> of(Map.of("SIGNET_SECRET", "ß".repeat(16))));
  }

  @Test
  void refuses31Bytes() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> of(Map.of("SIGNET_SECRET", SECRET.substring(1))))
        .withMessageStartingWith("SIGNET_SECRET is too short")
        .withMessageContaining("openssl rand -base64 32")
        .withMessageNotContaining(SECRET.substring(1));
  }

  @Test
  void refusesAPreviousSecretOf31Bytes() {
    Map<String, String> variables =
        Map.of("SIGNET_SECRET", SECRET, "SIGNET_SECRET_PREVIOUS", OTHER.substring(1));
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> of(variables))
        .withMessageStartingWith("SIGNET_SECRET_PREVIOUS is too short")
        .withMessageNotContaining(OTHER.substring(1));
  }

  @Test
  void isNotMadeUpForADatabaseThatOthersShare() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> of(Map.of()))
        .withMessageStartingWith("SIGNET_SECRET is not set")
        .withMessageContaining("the same on every node");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "                                        "})
  void isMissingWhenItIsBlank(String blank) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> of(Map.of("SIGNET_SECRET", blank)))
        .withMessageStartingWith("SIGNET_SECRET is not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key-encryption", "refresh-mac", "", "ünïcode"})
  void derivesAsRfc5869Says(String use) throws GeneralSecurityException {
    assertThat(of(Map.of("SIGNET_SECRET", SECRET)).derive(use))
        .isEqualTo(hkdf(SECRET.getBytes(UTF_8), "signet/" + use));
  }

  @Test
  void derivesAnotherKeyForAnotherUse() {
    MasterSecret secret = of(Map.of("SIGNET_SECRET", SECRET));
    assertThat(secret.derive("key-encryption")).hasSize(32).isNotEqualTo(secret.derive("csrf"));
  }

  @Test
  void derivesAnotherKeyFromAnotherSecret() {
    assertThat(of(Map.of("SIGNET_SECRET", SECRET)).derive("csrf"))
        .isNotEqualTo(of(Map.of("SIGNET_SECRET", OTHER)).derive("csrf"));
  }

  @Test
  void derivesTheSameKeyOnEveryNode() {
    assertThat(of(Map.of("SIGNET_SECRET", SECRET)).derive("csrf"))
        .isEqualTo(of(Map.of("SIGNET_SECRET", SECRET)).derive("csrf"));
  }

  @Test
  void opensWithItselfAloneWhileNothingIsReplaced() {
    MasterSecret secret = of(Map.of("SIGNET_SECRET", SECRET, "SIGNET_SECRET_PREVIOUS", ""));
    assertThat(secret.deriveAll("csrf")).containsExactly(secret.derive("csrf"));
  }

  @Test
  void opensWithThePreviousSecretSecond() {
    MasterSecret previous = of(Map.of("SIGNET_SECRET", OTHER));
    MasterSecret secret = of(Map.of("SIGNET_SECRET", SECRET, "SIGNET_SECRET_PREVIOUS", OTHER));
    assertThat(secret.deriveAll("csrf"))
        .containsExactly(secret.derive("csrf"), previous.derive("csrf"));
    assertThat(secret.derive("csrf")).isEqualTo(of(Map.of("SIGNET_SECRET", SECRET)).derive("csrf"));
  }

  private static MasterSecret of(Map<String, String> variables) {
    return MasterSecret.of(TestEnvironments.of(variables), ELSEWHERE);
  }

  /** RFC 5869 §2.2 without a salt, then §2.3 for one block. */
  private static byte[] hkdf(byte[] secret, String info) throws GeneralSecurityException {
    byte[] pseudorandom = hmac(new byte[32], secret);
    byte[] text = info.getBytes(UTF_8);
    byte[] block = Arrays.copyOf(text, text.length + 1);
    block[text.length] = 1;
    return hmac(pseudorandom, block);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }
}
