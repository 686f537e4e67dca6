package dev.signet.brand;

import dev.signet.platform.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file outside of the WAR that a setting names. */
final class OperatorFile {

  /** In bytes: all of them stay in memory. */
  private static final long LARGEST = 1024 * 1024;

  private OperatorFile() {}

  /** Its content; that it cannot be read stops the start. */
  static byte[] content(String key, Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        throw new CannotStart(
            key + " is wrong: " + path.getFileName() + " is larger than " + LARGEST + " bytes.");
      }
      return Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw new CannotStart(
          key + " is wrong: " + path.getFileName() + " cannot be read.", unreadable);
    }
  }
}
