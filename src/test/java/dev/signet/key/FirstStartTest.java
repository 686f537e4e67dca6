package dev.signet.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.signet.database.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that an installation makes for itself. */
class FirstStartTest {

  private static final int NODES = 4;

  @TempDir private Path directory;
  private TestInstallation installation;

  @BeforeEach
  void install() {
    installation = TestInstallation.inFile(directory);
  }

  @AfterEach
  void shutDown() throws SQLException {
    installation.close();
  }

  @Test
  void makesThreeKeysThatShowNothingPrivate() throws SQLException, ParseException {
    SigningKeys keys = installation.node(TestInstallation.START);
    assertThat(JWKSet.parse(keys.jwks()).getKeys())
        .hasSize(3)
        .allSatisfy(
            key -> {
              assertThat(key.toJSONObject())
                  .containsOnlyKeys("kty", "e", "use", "kid", "alg", "n")
                  .containsEntry("use", "sig")
                  .containsEntry("alg", "RS256");
              assertThat(key.size()).isEqualTo(2048);
              assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
            });
    assertNothingPrivateInTheTable();
  }

  private void assertNothingPrivateInTheTable() throws SQLException, ParseException {
    Database database = installation.open("s", "");
    KeyCipher cipher = new KeyCipher(database.secret());
    List<String> columns =
        installation.column(
            "select kid || ' ' || public_key || ' ' || private_key from signing_key");
    String table = String.join("\n", columns);
    for (SigningKey key : new SigningKeyTable(database.connections()).read()) {
      RSAKey whole = key.open(cipher);
      assertThat(whole.isPrivate()).isTrue();
      assertThat(whole.toPublicJWK()).isEqualTo(key.publicKey());
      for (String member : List.of("d", "p", "q", "dp", "dq", "qi")) {
        String secret = "" + whole.toJSONObject().get(member);
        assertThat(secret).hasSizeGreaterThan(100);
        assertThat(table)
            .doesNotContain(secret.substring(0, 40))
            .doesNotContain(
                Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)).substring(0, 40));
      }
      assertThat(JSONObjectUtils.parse(key.publicKey().toJSONString()))
          .doesNotContainKeys("d", "p", "q", "dp", "dq", "qi");
    }
  }

  @Test
  void makesOneKeyThatSignsHoweverManyStartAtOnce() throws Exception {
    Database database = installation.open("s", "");
    CyclicBarrier together = new CyclicBarrier(NODES);
    ExecutorService threads = Executors.newFixedThreadPool(NODES);
    try {
      List<Future<SigningKeys>> starts = new ArrayList<>();
      for (int node = 0; node < NODES; node++) {
        starts.add(
            threads.submit(
                () -> {
                  together.await();
                  return new SigningKeys(
                      database, Clock.fixed(TestInstallation.START, ZoneOffset.UTC));
                }));
      }
      List<String> signers = new ArrayList<>();
      for (Future<SigningKeys> start : starts) {
        signers.add(start.get().ring().signer());
      }
      assertThat(installation.states())
          .hasSize(3)
          .filteredOn(state -> state.startsWith("ACTIVE"))
          .containsExactly("ACTIVE " + signers.get(0));
      assertThat(signers).containsOnly(signers.get(0));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void leavesTheTableAsItWasWhenItFailsHalfWay() throws SQLException {
    installation.seed();
    SigningKeyTable table = new SigningKeyTable(installation.open("s", "").connections());
    List<SigningKey> before = table.read();
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                table.change(
                    keys -> {
                      throw new IllegalStateException("planted");
                    }));
    assertThat(table.read()).isEqualTo(before);
    assertThat(table.change(keys -> keys.subList(0, 1))).hasSize(1);
  }

  /** Two rows of one name do not go in: the second insert fails after the delete. */
  @Test
  void losesNoKeyWhenWritingFails() throws SQLException {
    installation.seed();
    SigningKeyTable table = new SigningKeyTable(installation.open("s", "").connections());
    List<SigningKey> before = table.read();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> table.change(keys -> List.of(keys.get(0), keys.get(0)))))
        .isInstanceOf(SQLException.class);
    assertThat(table.read()).isEqualTo(before);
  }

  @Test
  void isNoRingWithoutAKeyThatSigns() {
    KeyCipher cipher = new KeyCipher(installation.open("s", "").secret());
    List<SigningKey> ahead = TestKeys.complete(TestInstallation.START, cipher).subList(1, 3);
    assertThatIllegalStateException().isThrownBy(() -> new KeyRing(ahead, cipher));
    assertThatIllegalStateException().isThrownBy(() -> new KeyRing(List.of(), cipher));
  }

  @Test
  void signsWhatTheNextNodeVerifies() {
    String token = installation.signatures("s").sign(Map.of("sub", "x"));
    assertThat(installation.signatures("s").verify(token)).isPresent();
  }
}
