package dev.signet.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.Traffic;
import dev.signet.wire.WireTest;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Rotation of the signing key, on schedule: the test makes the active key older than a key may
 * sign.
 */
@WireTest
class KeyRotationIT {

  /**
   * More than are published ahead, so that the container must learn keys it did not know when it
   * started.
   */
  private static final int ROTATIONS = KeyLifecycle.AHEAD + 3;

  @Test
  void takesEffectWithoutARestartAndWithoutAFailedRequest() {
    Person kim = Person.signedUp();
    Answer before = Person.stranger().signUp();
    Set<String> signers = new HashSet<>();

    try (Traffic traffic = Traffic.of(4, () -> loginAndCall(kim))) {
      for (int i = 0; i < ROTATIONS; i++) {
        signers.add(rotate());
        traffic.awaitMore(8);
      }
      traffic.stopAndExpectNoFailure();
    }

    assertThat(signers).hasSize(ROTATIONS);
    assertThat(signers).doesNotContain(signerOf(before));
    assertThat(Signet.get("/api/me", before.access()).status()).isEqualTo(200);
    assertThat(Signet.get("/oauth2/jwks").body()).contains(signerOf(before));
  }

  @Test
  void publishesAKeyBeforeItSigns() {
    String published = Signet.get("/oauth2/jwks").body();

    assertThat(published).contains(rotate());
  }

  @Test
  void forgetsAKeyWhenItsRetentionIsOver() {
    Answer before = Person.stranger().signUp();
    rotate();
    Rows.change("update signing_key set since = since - interval '2' day where state = 'RETIRED'");

    Eventually.get(
        () -> Signet.get("/oauth2/jwks").body(), jwks -> !jwks.contains(signerOf(before)));

    assertThat(Signet.get("/api/me", before.access()).status()).isEqualTo(401);
  }

  private static void loginAndCall(Person person) {
    Answer refreshed = Signet.refresh(person.login().refresh());
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(Signet.get("/api/me", refreshed.access()).status()).isEqualTo(200);
  }

  /** The name of the key that signs afterwards. */
  private static String rotate() {
    Person somebody = Person.signedUp();
    String last = signerOf(somebody.login());
    Rows.change("update signing_key set since = since - interval '91' day where state = 'ACTIVE'");
    return Eventually.get(() -> signerOf(somebody.login()), signer -> !signer.equals(last));
  }

  private static String signerOf(Answer login) {
    try {
      return JWSObject.parse(login.access()).getHeader().getKeyID();
    } catch (ParseException noToken) {
      throw new IllegalStateException(noToken);
    }
  }
}
