package dev.signet.database;

import dev.signet.platform.CannotStart;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder that is its owner's alone: what is in it, such as the embedded database, nobody else may
 * read.
 */
public final class PrivateFolder {

  private PrivateFolder() {}

  /** Makes the folder, unless it is there already; then it is as its owner wants it. */
  public static void make(Path folder) {
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(folder);
      }
    } catch (IOException impossible) {
      throw new CannotStart(
          "The folder " + folder + " cannot be made: make it, writable.", impossible);
    }
  }
}
