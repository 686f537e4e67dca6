package dev.signet.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.database.TestSecrets;
import dev.signet.key.TokenSignatures.Proof;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenSignaturesTest {

  private static final Map<String, Object> CLAIMS =
      Map.of("sub", "Straße \uD83D\uDD11", "exp", 1_800_000_000L, "groups", List.of("a", "b"));

  private final TokenSignatures signatures = TestInstallation.signatures();

  @Test
  void proveByTheirSignatureWhatOthersVerify() {
    assertThat(signatures.verify(signatures.sign(CLAIMS)))
        .contains(new TokenSignatures.Proven(Proof.SIGNATURE, CLAIMS));
  }

  @Test
  void proveByTheirMacWhatOnlyWeVerify() {
    assertThat(signatures.verify(signatures.mac(CLAIMS)))
        .contains(new TokenSignatures.Proven(Proof.MAC, CLAIMS));
  }

  @Test
  void nameTheKeyAndTheTypeThatPayaraTakes() {
    assertThat(header(signatures.sign(CLAIMS)))
        .isEqualTo("{\"kid\":\"a\",\"typ\":\"JWT\",\"alg\":\"RS256\"}");
    assertThat(header(signatures.mac(CLAIMS))).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");
  }

  @Test
  void areTheSameByteForByteForTheSameClaims() {
    assertThat(signatures.mac(CLAIMS)).isEqualTo(signatures.mac(CLAIMS));
    assertThat(signatures.sign(CLAIMS)).isEqualTo(signatures.sign(CLAIMS));
    assertThat(TestInstallation.signatures().mac(CLAIMS)).isEqualTo(signatures.mac(CLAIMS));
  }

  @Test
  void keepTheOrderOfTheClaims() {
    Map<String, Object> ordered = new LinkedHashMap<>();
    ordered.put("z", 1);
    ordered.put("a", 2);
    assertThat(part(signatures.mac(ordered), 1)).isEqualTo("{\"z\":1,\"a\":2}");
  }

  @Test
  void areNoGoodUnderAnotherSecret() {
    TokenSignatures other = under("other", "");
    assertThat(signatures.verify(other.mac(CLAIMS))).isEmpty();
    assertThat(other.verify(signatures.mac(CLAIMS))).isEmpty();
  }

  @Test
  void areGoodUnderThePreviousSecretToo() {
    TokenSignatures replacing = under("new", "s");
    assertThat(replacing.verify(signatures.mac(CLAIMS))).isPresent();
    assertThat(signatures.verify(replacing.mac(CLAIMS))).isEmpty();
    assertThat(under("new", "").verify(replacing.mac(CLAIMS))).isPresent();
  }

  @Test
  void areGoodUntilTheirKeyIsForgotten() throws SQLException {
    try (TestInstallation installation = TestInstallation.inMemory("rotating")) {
      SigningKeys keys = installation.node(TestInstallation.START.plusSeconds(2));
      TokenSignatures rotating = new TokenSignatures(keys, TestSecrets.of("s"));
      String token = rotating.sign(CLAIMS);
      keys.rotate(Duration.ofSeconds(1), told -> {});
      assertThat(rotating.verify(token)).isPresent();
      assertThat(header(rotating.sign(CLAIMS))).contains("\"kid\":\"b\"");
      installation
          .node(TestInstallation.START.plusSeconds(3))
          .rotate(Duration.ofSeconds(1), told -> {});
      keys.keepUp(Duration.ofDays(1), Duration.ofSeconds(1), told -> {});
      assertThat(rotating.verify(token)).isEmpty();
    }
  }

  private static TokenSignatures under(String secret, String previous) {
    SigningKeys keys = TestInstallation.inMemory("shared").node(TestInstallation.START);
    return new TokenSignatures(keys, TestSecrets.replacing(secret, previous));
  }

  private static String header(String token) {
    return part(token, 0);
  }

  private static String part(String token, int part) {
    return new String(
        Base64.getUrlDecoder().decode(List.of(token.split("\\.", -1)).get(part)), UTF_8);
  }
}
