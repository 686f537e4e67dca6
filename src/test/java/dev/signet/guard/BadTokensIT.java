package dev.signet.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.key.Forger;
import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bearer tokens that are no good: a protected resource says why, a public one does not care. */
@WireTest
class BadTokensIT {

  private static final String INVALID = "Token is invalid";

  private Answer login;
  private String good;
  private Forger forger;

  private record Bad(String name, String token, String why) {}

  @BeforeEach
  void someGoodToken() {
    login = Person.stranger().signUp();
    good = login.access();
    forger = Forger.ofToken(good);
  }

  @Test
  void takesARightlyForgedTokenSoThatTheRefusalsMeanSomething() {
    assertThat(Signet.get("/api/me", forger.with("name", "more")).status()).isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatIsNoTokenOrWasTamperedWith() {
    return refusing(
        new Bad("garbage", "garbage", INVALID),
        new Bad("letters and dots", "a.b.c", INVALID),
        new Bad("a header of null", "bnVsbA.e30.AA", INVALID),
        new Bad("7000 characters", "x".repeat(7000), INVALID),
        new Bad("another last character", otherEnd(good), INVALID),
        new Bad("a character more", good + "A", INVALID),
        new Bad("another payload", otherPayload(good), INVALID),
        new Bad("a refresh token", login.refresh(), "Token has wrong type"));
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatOurKeysHaveNotSigned() {
    return refusing(
        new Bad("alg none, some signature", forger.unsigned("none") + "AA", INVALID),
        new Bad("alg none", forger.unsigned("none"), INVALID),
        new Bad("alg NonE", forger.unsigned("NonE"), INVALID),
        new Bad("HS256 with the public key", forger.macWithPublicKey(jwks()), INVALID),
        new Bad("the secret of refresh tokens", forger.mac(), INVALID),
        new Bad("another key of the same name", forger.byOwnKey(forger.kid()), INVALID),
        new Bad("an unknown kid", forger.byOwnKey("unknown"), INVALID),
        new Bad("a path for a kid", forger.byOwnKey("../../x"), INVALID),
        new Bad("SQL for a kid", forger.byOwnKey("' or 1=1 --"), INVALID),
        new Bad("a key in the header", forger.byOwnKeyInTheHeader(), INVALID),
        new Bad("a critical header", forger.critical(), INVALID));
  }

  @TestFactory
  Stream<DynamicTest> refusesClaimsThatAreNotOfNow() {
    return refusing(
        new Bad("expired", forger.with("exp", 1_000_000_000), "Token is expired"),
        new Bad("exp of text", forger.with("exp", "tomorrow"), INVALID),
        new Bad("exp beyond time", forger.with("exp", Long.MAX_VALUE), INVALID),
        new Bad("exp of 1e300", forger.with("exp", 1e300), INVALID),
        new Bad("no exp", forger.without("exp"), "Token has no 'exp' claim"),
        new Bad("not yet", forger.with("nbf", 4_000_000_000L), INVALID),
        new Bad("from the future", forger.with("iat", 4_000_000_000L), INVALID));
  }

  @TestFactory
  Stream<DynamicTest> refusesClaimsThatAreNotForHere() {
    return refusing(
        new Bad("no jti", forger.without("jti"), "Token has no id"),
        new Bad("no type", forger.without("token_type"), "Token has no type"),
        new Bad("another type", forger.with("token_type", "sliding"), "Token has wrong type"),
        new Bad("another issuer", forger.with("iss", "http://evil"), INVALID),
        new Bad("another audience", forger.with("aud", "evil"), INVALID),
        new Bad("no audience", forger.without("aud"), INVALID),
        new Bad("a subject that is no id", forger.with("sub", "1"), INVALID),
        new Bad("a jti that is a number", forger.with("jti", 1), INVALID),
        new Bad("a user who is a number", forger.with("user_id", 1), INVALID),
        new Bad("a user who is an object", forger.with("user_id", Map.of("a", 1)), INVALID),
        new Bad("no session", forger.without("sid"), INVALID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "user_id"})
  void refusesATokenOfNobody(String claim) {
    Refusals.assertNotValid(
        Signet.get("/api/me", forger.without(claim)),
        "Token contained no recognizable user identification");
  }

  private static Stream<DynamicTest> refusing(Bad... tokens) {
    return Arrays.stream(tokens)
        .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> refuses(bad)));
  }

  private static void refuses(Bad bad) {
    Refusals.assertNotValidAsBearer(Signet.get("/api/me", bad.token()), bad.why());
    assertThat(Signet.get("/oauth2/jwks", bad.token()).status()).isEqualTo(200);
  }

  private static String jwks() {
    return Signet.get("/oauth2/jwks").body();
  }

  /** The last character of an RSA signature has four bits that mean nothing. */
  private static String otherEnd(String token) {
    char last = token.charAt(token.length() - 1);
    return token.substring(0, token.length() - 1) + (char) (last == 'z' ? 'y' : last + 1);
  }

  private static String otherPayload(String token) {
    String[] parts = token.split("\\.", -1);
    return parts[0] + "." + parts[1].replace('a', 'b') + "." + parts[2];
  }
}
