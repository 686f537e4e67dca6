package dev.signet.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.signet.client.TestClients;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.origin.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationCodeTest {

  private static final Instant EXPIRY = Instant.parse("2026-05-01T12:01:00.000Z");
  private static final Instant LAST = EXPIRY.minusMillis(1);
  private static final String CALLBACK = TestClients.CALLBACK;

  /** RFC 7636, Appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @Test
  void isGoodUntilTheMillisecondBeforeItExpires() {
    assertThatNoException()
        .isThrownBy(() -> proving(CHALLENGE).refuseUnfit(shown(CALLBACK, VERIFIER), LAST));
    refuse(CHALLENGE, shown(CALLBACK, VERIFIER), EXPIRY, "The code has expired.");
    refuse(CHALLENGE, shown(CALLBACK, VERIFIER), EXPIRY.plusSeconds(1), "The code has expired.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://shop.example/callback/",
        "https://shop.example/Callback",
        "https://shop.example/callback?x=1",
        "https://evil.example/callback",
      })
  void isOfTheAddressThatItWasSentTo(String other) {
    refuse(CHALLENGE, shown(other, VERIFIER), LAST, "The code was sent to another redirect_uri.");
  }

  /** R-4, T-16. */
  @ParameterizedTest
  @ValueSource(ints = {43, 128})
  void isOfWhoHasTheVerifier(int length) throws NoSuchAlgorithmException {
    String verifier = "aB9-._~".repeat(20).substring(0, length);
    assertThatNoException()
        .isThrownBy(() -> proving(s256(verifier)).refuseUnfit(shown(CALLBACK, verifier), LAST));
    refuse(s256(verifier + "x"), shown(CALLBACK, verifier), LAST, NOT_ITS_VERIFIER);
  }

  private static final String NOT_ITS_VERIFIER = "The code_verifier is not that of the code.";

  /** RFC 7636 §4.1: whatever its digest. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 42, 129, 1000})
  void isOfNoVerifierThatIsTooShortOrTooLong(int length) throws NoSuchAlgorithmException {
    String verifier = "a".repeat(length);
    refuse(s256(verifier), shown(CALLBACK, verifier), LAST, NOT_ITS_VERIFIER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "+", "/", " ", "ü", "\n", "%"})
  void isOfNoVerifierOfOtherCharacters(String other) throws NoSuchAlgorithmException {
    String verifier = "a".repeat(43) + other;
    refuse(s256(verifier), shown(CALLBACK, verifier), LAST, NOT_ITS_VERIFIER);
  }

  /** A challenge is a digest, never the verifier itself (RFC 7636 §7.2: no {@code plain}). */
  @Test
  void isNotProvenByWhatEverybodyCouldSee() {
    refuse(CHALLENGE, shown(CALLBACK, CHALLENGE), LAST, NOT_ITS_VERIFIER);
    refuse(VERIFIER, shown(CALLBACK, VERIFIER), LAST, NOT_ITS_VERIFIER);
  }

  private static final String DOWNGRADE =
      "There must be a code_verifier where there was a code_challenge, and only there.";

  /** who asked without a challenge is not who has a verifier. */
  @Test
  void isProvenWhereThatWasAskedForAndNowhereElse() {
    refuse(CHALLENGE, shown(CALLBACK, null), LAST, DOWNGRADE);
    refuse(null, shown(CALLBACK, VERIFIER), LAST, DOWNGRADE);
    refuse(null, shown(CALLBACK, ""), LAST, DOWNGRADE);
    assertThatNoException()
        .isThrownBy(() -> proving(null).refuseUnfit(shown(CALLBACK, null), LAST));
  }

  @Test
  void isOfItsClientOnly() {
    assertThat(proving(CHALLENGE).isOf("web")).isTrue();
    assertThat(proving(CHALLENGE).isOf("WEB")).isFalse();
    assertThat(proving(CHALLENGE).isOf("spa")).isFalse();
  }

  @Test
  void keepsWhatItWasMadeFor() {
    CodeRequest request = request(CHALLENGE);
    AuthorizationCode code = new AuthorizationCode("hash", request, EXPIRY);
    assertThat(code.request()).isEqualTo(request);
    assertThat(code.isSpent()).isFalse();
    assertThat(code.issued()).isEmpty();
    CodeRequest bare =
        new CodeRequest(
            "web",
            UUID.randomUUID(),
            "browser",
            CALLBACK,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(new AuthorizationCode("hash", bare, EXPIRY).request()).isEqualTo(bare);
  }

  @Test
  void isNotPrintedByWhoShowsIt() {
    assertThat(shown(CALLBACK, VERIFIER)).hasToString("Exchange[web]");
  }

  private static void refuse(
      @Nullable String challenge, Exchange exchange, Instant now, String why) {
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> proving(challenge).refuseUnfit(exchange, now))
        .matches(refusal -> refusal.error() == OAuthError.INVALID_GRANT)
        .withMessage("invalid_grant: " + why);
  }

  private static AuthorizationCode proving(@Nullable String challenge) {
    return new AuthorizationCode("hash", request(challenge), EXPIRY);
  }

  private static CodeRequest request(@Nullable String challenge) {
    return new CodeRequest(
        "web",
        UUID.fromString("00000000-0000-0000-0000-000000000001"),
        "browser",
        CALLBACK,
        "openid",
        Optional.ofNullable(challenge),
        Optional.of("nonce"),
        Optional.of("{}"));
  }

  private static Exchange shown(String redirectUri, @Nullable String verifier) {
    return new Exchange(
        "code",
        TestClients.web(),
        redirectUri,
        Optional.ofNullable(verifier),
        new Origin("192.0.2.1", "a client"));
  }

  private static String s256(String verifier) throws NoSuchAlgorithmException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256")
                .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
  }
}
