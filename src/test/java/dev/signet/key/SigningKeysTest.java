package dev.signet.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEObjectType;
import dev.signet.platform.CannotStart;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share one embedded database. */
class SigningKeysTest {

  private static final Duration INTERVAL = Duration.ofDays(90);
  private static final Duration RETENTION = Duration.ofDays(1);
  private static final Instant START = TestInstallation.START;
  private static final Instant DUE = START.plus(INTERVAL);

  @TempDir private Path directory;
  private TestInstallation installation;

  @BeforeEach
  void install() {
    installation = TestInstallation.inFile(directory).seed();
  }

  @AfterEach
  void shutDown() throws SQLException {
    installation.close();
  }

  @Test
  void areTheSameAfterARestart() throws SQLException {
    SigningKeys before = installation.node(START);
    SigningKeys after = installation.node(DUE);
    assertThat(after.jwks()).isEqualTo(before.jwks());
    assertThat(after.ring().signer()).isEqualTo("a");
    assertThat(installation.states()).containsExactly("ACTIVE a", "NEXT b", "NEXT c");
  }

  @Test
  void signWithAKeyThatEveryVerifierKnewBefore() throws SQLException {
    SigningKeys keys = installation.node(START);
    String before = keys.jwks();
    keys.rotate(RETENTION, told -> {});
    assertThat(keys.ring().signer()).isEqualTo("b");
    assertThat(before).contains("\"kid\":\"b\"");
    assertThat(keys.changes()).isEqualTo(1);
  }

  @Test
  void learnOfTheRotationOfAnotherNode() throws SQLException {
    SigningKeys one = installation.node(START);
    SigningKeys other = installation.node(START);
    one.rotate(RETENTION, told -> {});
    assertThat(other.ring().signer()).isEqualTo("a");
    other.keepUp(INTERVAL, RETENTION, told -> {});
    assertThat(other.ring().signer()).isEqualTo("b");
    assertThat(other.changes()).isEqualTo(1);
  }

  @Test
  void verifyWhatAnotherNodeSignsBeforeTheyLearnOfItsRotation() throws SQLException {
    SigningKeys one = installation.node(START);
    SigningKeys other = installation.node(START);
    one.rotate(RETENTION, told -> {});
    String token = one.ring().sign(JOSEObjectType.JWT, Map.of("sub", "x"));
    TokenSignatures otherNode = new TokenSignatures(other, installation.open("s", "").secret());
    assertThat(otherNode.verify(token)).isPresent();
  }

  @Test
  void doNotRotateBeforeTheyAreDue() throws SQLException {
    installation.node(DUE.minusMillis(1)).keepUp(INTERVAL, RETENTION, told -> {});
    assertThat(installation.states()).containsExactly("ACTIVE a", "NEXT b", "NEXT c");
  }

  @Test
  void rotateOnceHoweverManyNodesFindThemDue() throws SQLException {
    SigningKeys one = installation.node(DUE);
    SigningKeys other = installation.node(DUE);
    one.keepUp(INTERVAL, RETENTION, told -> {});
    other.keepUp(INTERVAL, RETENTION, told -> {});
    one.keepUp(INTERVAL, RETENTION, told -> {});
    assertThat(installation.states()).hasSize(4).contains("ACTIVE b", "NEXT c", "RETIRED a");
    assertThat(other.ring().signer()).isEqualTo("b");
  }

  @Test
  void forgetTheRetiredAtTheRotationAfterTheirRetention() throws SQLException {
    installation.node(DUE).rotate(RETENTION, told -> {});
    installation.node(DUE.plus(RETENTION).minusMillis(1)).rotate(RETENTION, told -> {});
    assertThat(installation.states()).contains("RETIRED a", "RETIRED b");
    installation.node(DUE.plus(RETENTION)).rotate(RETENTION, told -> {});
    assertThat(installation.states()).contains("RETIRED b").doesNotContain("RETIRED a");
  }

  @Test
  void areSealedAnewUnderTheSecretThatReplacesAnother() throws SQLException {
    String before = installation.node(START).jwks();
    assertThat(installation.node("new", "s", START).jwks()).isEqualTo(before);
    assertThat(installation.node("new", "", START).jwks()).isEqualTo(before);
    refuseToStart("s", "");
  }

  @Test
  void areLeftAloneByANodeThatCannotOpenThem() throws SQLException {
    List<String> before = installation.column("select private_key from signing_key order by kid");
    refuseToStart("wrong", "");
    refuseToStart("wrong", "wrong too");
    assertThat(installation.column("select private_key from signing_key order by kid"))
        .isEqualTo(before);
  }

  @Test
  void keepSigningWithWhatTheyHoldWhenTheDatabaseIsGone() throws SQLException {
    SigningKeys keys = installation.node(START);
    installation.execute("drop table signing_key");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> keys.keepUp(INTERVAL, RETENTION, told -> {}));
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> keys.rotate(RETENTION, told -> {}));
    assertThat(keys.ring().signer()).isEqualTo("a");
    assertThat(keys.changes()).isZero();
  }

  @Test
  void sayWhatToCheckWhenTheyCannotBeRead() throws SQLException {
    installation.execute("drop table signing_key");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> installation.node(START))
        .withMessage("The signing keys cannot be read: check the database.");
  }

  private void refuseToStart(String secret, String previous) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> installation.node(secret, previous, START))
        .withMessageStartingWith("SIGNET_SECRET does not open the signing keys");
  }
}
