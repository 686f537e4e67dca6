package dev.signet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestEnvironments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret that is a file beside the embedded database. */
class SecretFileTest {

  private static final int STARTS = 8;

  @TempDir private Path parent;

  @Test
  void isMadeAtTheFirstStartOf32Bytes() throws IOException {
    start();
    assertThat(Base64.getDecoder().decode(Files.readString(file()))).hasSize(32);
  }

  @Test
  void isItsOwnersAlone() throws IOException {
    start();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void isTheOnlyFileLeft() throws IOException {
    start();
    try (var files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void isTheSameAtTheSecondStart() throws IOException {
    byte[] first = start().derive("csrf");
    String stored = Files.readString(file());
    assertThat(start().derive("csrf")).isEqualTo(first);
    assertThat(Files.readString(file())).isEqualTo(stored);
  }

  @Test
  void isAnotherInAnotherInstallation() {
    assertThat(start().derive("csrf"))
        .isNotEqualTo(MasterSecret.of(TestEnvironments.of(Map.of()), in("other")).derive("csrf"));
  }

  @Test
  void isLeftAloneWhereTheEnvironmentHasOne() {
    MasterSecret.of(
        TestEnvironments.of(Map.of("SIGNET_SECRET", TestEnvironments.SECRET)), in("data"));
    assertThat(file()).doesNotExist();
  }

  @Test
  void mayEndWithALineBreak() throws IOException {
    byte[] first = start().derive("csrf");
    Files.writeString(file(), Files.readString(file()) + "\n");
    assertThat(start().derive("csrf")).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx------"})
  void isRefusedWhenOthersMayTouchIt(String permissions) throws IOException {
    start();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(this::start)
        .withMessage("Others may read " + file() + ": run 'chmod 600' on it.");
  }

  @Test
  void mayBeWrittenByNobody() throws IOException {
    byte[] first = start().derive("csrf");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));
    assertThat(start().derive("csrf")).isEqualTo(first);
  }

  /** What a start leaves that was killed before the file got its name. */
  @Test
  void isMadeAlthoughADraftWasLeftBehind() throws IOException {
    Path draft = Files.createDirectories(file().getParent()).resolve("secret123");
    Files.writeString(draft, "");
    assertThat(start().derive("csrf")).isEqualTo(start().derive("csrf"));
  }

  /** Made anew, it would not open the keys that are sealed under the one that was lost. */
  @Test
  void isNotMadeAnewWhenItWasCutShort() throws IOException {
    start();
    Files.writeString(file(), "");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(this::start)
        .withMessageStartingWith(file() + " is too short");
    assertThat(file()).isEmptyFile();
  }

  @Test
  void isRefusedWhereItCannotBeMade() throws IOException {
    Files.writeString(parent.resolve("data"), "no directory");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(this::start)
        .withMessageContaining("cannot be made")
        .withMessageContaining(parent.resolve("data").toString());
  }

  @Test
  void isOneHoweverManyStartAtOnce() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(STARTS);
    try {
      for (int installation = 0; installation < 25; installation++) {
        assertThat(secretsOf(nodes, in("installation" + installation))).hasSize(1);
      }
    } finally {
      nodes.shutdownNow();
    }
  }

  private static Set<String> secretsOf(ExecutorService nodes, DatabaseLocation location)
      throws Exception {
    CyclicBarrier together = new CyclicBarrier(STARTS);
    List<Future<byte[]>> starts = new ArrayList<>();
    for (int node = 0; node < STARTS; node++) {
      starts.add(
          nodes.submit(
              () -> {
                together.await();
                return MasterSecret.of(TestEnvironments.of(Map.of()), location).derive("csrf");
              }));
    }
    Set<String> secrets = new TreeSet<>();
    for (Future<byte[]> start : starts) {
      secrets.add(HexFormat.of().formatHex(start.get()));
    }
    return secrets;
  }

  private MasterSecret start() {
    return MasterSecret.of(TestEnvironments.of(Map.of()), in("data"));
  }

  private DatabaseLocation in(String directory) {
    return new DatabaseLocation(
        "jdbc:h2:file:" + parent.resolve(directory).resolve("signet") + ";MODE=PostgreSQL", "", "");
  }

  private Path file() {
    return parent.resolve("data").resolve("secret");
  }
}
