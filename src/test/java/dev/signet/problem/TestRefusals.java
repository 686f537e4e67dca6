package dev.signet.problem;

import dev.signet.platform.Texts;

/** What refusals say. */
public final class TestRefusals {

  private TestRefusals() {}

  /** The body of an answer, in English. */
  public static String body(FieldErrors errors) {
    return errors.json(Texts.inEnglish()).toString();
  }

  /** After how many seconds it may be tried again. */
  public static long retrySeconds(ProblemException refusal) {
    return refusal.retrySeconds().orElseThrow();
  }
}
