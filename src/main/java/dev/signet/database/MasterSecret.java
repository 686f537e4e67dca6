package dev.signet.database;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Environment;
import dev.signet.platform.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The secret of the installation, from which every use derives a key of its own (<a
 * href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>). It comes from {@code SIGNET_SECRET};
 * beside an embedded database it may be a file instead, made at the first start and readable by its
 * owner alone.
 */
public final class MasterSecret {

  private static final int MINIMUM_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final byte[] current;
  private final Optional<byte[]> previous;

  private MasterSecret(byte[] current, Optional<byte[]> previous) {
    this.current = current;
    this.previous = previous;
  }

  /**
   * Finds the secret.
   *
   * @throws CannotStart when there is none, or it is too short, or others may read its file
   */
  public static MasterSecret of(Environment environment, DatabaseLocation database) {
    byte[] current =
        environment
            .value("signet.secret")
            .map(text -> longEnough("SIGNET_SECRET", text))
            .or(() -> database.directory().map(MasterSecret::fileIn))
            .orElseThrow(MasterSecret::missing);
    return new MasterSecret(
        current,
        environment
            .value("signet.secret.previous")
            .map(text -> longEnough("SIGNET_SECRET_PREVIOUS", text)));
  }

  /** 32 bytes for one use; another use's key tells nothing of it. */
  public byte[] derive(String use) {
    return derive(current, use);
  }

  /**
   * The keys of a use that still open what was sealed: the current one, then the one being
   * replaced.
   */
  public List<byte[]> deriveAll(String use) {
    return Stream.concat(Stream.of(current), previous.stream())
        .map(secret -> derive(secret, use))
        .toList();
  }

  private static byte[] derive(byte[] secret, String use) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(
        new HKDFParameters(secret, null, ("signet/" + use).getBytes(StandardCharsets.UTF_8)));
    byte[] key = new byte[32];
    generator.generateBytes(key, 0, key.length);
    return key;
  }

  private static byte[] longEnough(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < MINIMUM_BYTES) {
      throw new CannotStart(
          name
              + " is too short: give it at least 32 bytes, for example the output of 'openssl rand"
              + " -base64 32'.");
    }
    return bytes;
  }

  private static byte[] fileIn(Path directory) {
    Path file = directory.resolve("secret");
    try {
      PrivateFolder.make(directory);
      createOnce(file);
      refuseWhenOthersMayRead(file);
      return longEnough(file.toString(), Files.readString(file).strip());
    } catch (IOException unusable) {
      throw new CannotStart(
          "The secret beside the embedded database cannot be used: make "
              + file
              + " readable and writable.",
          unusable);
    }
  }

  /**
   * Two starts at once agree on one secret: the file appears whole, and the second finds it there.
   * A temporary file is its owner's alone from the start.
   */
  private static void createOnce(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Path draft = Files.createTempFile(file.getParent(), "secret", null);
    try {
      Files.writeString(draft, Base64.getEncoder().encodeToString(Secrets.bytes(MINIMUM_BYTES)));
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException madeByAnother) {
      return;
    } finally {
      Files.delete(draft);
    }
  }

  private static void refuseWhenOthersMayRead(Path file) throws IOException {
    boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
    if (posix && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new CannotStart("Others may read " + file + ": run 'chmod 600' on it.");
    }
  }

  private static CannotStart missing() {
    return new CannotStart(
        "SIGNET_SECRET is not set: with this database it must come from the environment, at least"
            + " 32 bytes, the same on every node. 'openssl rand -base64 32' makes one.");
  }
}
