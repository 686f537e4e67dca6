package dev.signet.revocation;

import java.lang.reflect.Field;

/** Revocations as their rows are. */
final class TestRevocations {

  private TestRevocations() {}

  /** A revocation with the number that the sequence gave it. */
  static Revocation numbered(Revocation revocation, long seq) {
    try {
      Field field = Revocation.class.getDeclaredField("seq");
      field.setAccessible(true);
      field.set(revocation, seq);
      return revocation;
    } catch (ReflectiveOperationException renamed) {
      throw new IllegalStateException(renamed);
    }
  }
}
