package dev.signet.subject;

import java.util.Arrays;

/** Names under keys that everybody knows. */
public final class TestSubjects {

  private TestSubjects() {}

  /** Under a key of one byte, 32 times. */
  public static Subjects of(int key) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) key);
    return new Subjects(bytes);
  }
}
