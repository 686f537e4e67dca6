package dev.signet.wire;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Says a line where Maven prints it: the output of tests is in files. */
public final class Aloud {

  private Aloud() {}

  public static String say(String line) {
    try (PrintStream console =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
      console.println(line);
    }
    return line;
  }
}
