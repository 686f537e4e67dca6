package dev.signet.subject;

import java.util.Arrays;

/** Names under keys that everybody knows. */
public final class TestSubjects {

  private TestSubjects() {}

  /** Under a key of one byte, 32 times. */
  public static Subjects of(int key) {
    return new Subjects(bytes(key));
  }

  /** Names of logins, likewise. */
  public static ClientSessionIds clientSessionIds(int key) {
    return new ClientSessionIds(bytes(key));
  }

  private static byte[] bytes(int key) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) key);
    return bytes;
  }
}
