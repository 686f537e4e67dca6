package dev.signet.profile;

import java.util.Set;

/**
 * What a page says that was done just now: one of a fixed set of sentences, whoever asks for it.
 */
final class Done {

  private static final Set<String> WORDS =
      Set.of("name", "session", "sessions", "application", "password", "email", "email_mailed");

  private Done() {}

  /** The key of the sentence; empty for none. */
  static String of(String word) {
    return WORDS.contains(word) ? "page_done_" + word : "";
  }
}
