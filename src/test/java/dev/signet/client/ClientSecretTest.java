package dev.signet.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSecretTest {

  /** Of the text "abc", as FIPS 180-2 prints it. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String SECRET = TestClients.SECRET;

  @Test
  void isOfAtLeast32Characters() {
    assertThat(ClientSecret.of("x".repeat(32))).isPresent();
    assertThat(ClientSecret.of("x".repeat(31))).isEmpty();
    assertThat(ClientSecret.of("")).isEmpty();
  }

  @Test
  void isKeptAsItsDigestOnly() {
    ClientSecret secret = ClientSecret.of(SECRET).orElseThrow();
    assertThat(secret.digest()).matches("[0-9a-f]{64}").doesNotContain(SECRET);
    assertThat(secret).hasToString("ClientSecret[]");
  }

  @Test
  void isKnownByItsTextAndByNothingLikeIt() {
    ClientSecret secret = ClientSecret.of(SECRET).orElseThrow();
    assertThat(secret.is(SECRET)).isTrue();
    assertThat(secret.is(SECRET + " ")).isFalse();
    assertThat(secret.is(SECRET.substring(1))).isFalse();
    assertThat(secret.is(SECRET.toUpperCase(Locale.ROOT))).isFalse();
    assertThat(secret.is("")).isFalse();
  }

  @Test
  void isGivenByItsDigestToo() {
    ClientSecret secret = ClientSecret.ofDigest("sha256:" + OF_ABC).orElseThrow();
    assertThat(secret.is("abc")).isTrue();
    assertThat(secret.is(OF_ABC)).isFalse();
    assertThat(secret.is("sha256:" + OF_ABC)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sha256:", "SHA256:%s", "%s", "sha256:%s0", "sha512:%s", " sha256:%s"})
  void isGivenByNoOtherText(String form) {
    assertThat(ClientSecret.ofDigest(form.formatted(OF_ABC))).isEmpty();
  }

  @Test
  void isShownByAMethodThatTheClientHas() {
    ClientProof proof =
        new ClientProof(
            Set.of(ClientProof.Method.CLIENT_SECRET_BASIC),
            ClientSecret.of(SECRET),
            Optional.empty());

    assertThat(proof.isSecret(ClientProof.Method.CLIENT_SECRET_BASIC, SECRET)).isTrue();
    assertThat(proof.isSecret(ClientProof.Method.CLIENT_SECRET_BASIC, "x")).isFalse();
    assertThat(proof.isSecret(ClientProof.Method.CLIENT_SECRET_POST, SECRET)).isFalse();
    assertThat(proof).asString().doesNotContain(SECRET);
  }

  @Test
  void isNoneWhereTheClientHasNone() {
    ClientProof proof =
        new ClientProof(
            Set.of(ClientProof.Method.CLIENT_SECRET_BASIC), Optional.empty(), Optional.empty());
    assertThat(proof.isSecret(ClientProof.Method.CLIENT_SECRET_BASIC, "")).isFalse();
  }

  @Test
  void isShownByMethodsOfRegisteredNames() {
    for (ClientProof.Method method : ClientProof.Method.values()) {
      assertThat(ClientProof.Method.of(method.text())).contains(method);
      assertThat(ClientProof.Method.of(method.name())).isEmpty();
    }
    assertThat(ClientProof.Method.of("client_secret_jwt")).isEmpty();
  }
}
