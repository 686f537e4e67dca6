package dev.signet.strength;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.signet.platform.CannotStart;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * The passwords that leaked most often, as zxcvbn lists them, and beside them the commonest English
 * words and the names of people (ASVS 6.2.4; NIST SP 800-63B-4 §3.1.1.2).
 */
final class CommonPasswords {

  private CommonPasswords() {}

  static Stream<String> all() {
    try {
      return StandardDictionaries.loadAllDictionaries().stream()
          .flatMap(dictionary -> dictionary.getFrequencies().stream());
    } catch (IOException unreadable) {
      throw new CannotStart("The WAR is damaged: zxcvbn cannot be read.", unreadable);
    }
  }
}
