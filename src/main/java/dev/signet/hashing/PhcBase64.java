package dev.signet.hashing;

import java.util.Base64;

/** The Base64 of PHC strings, which they call B64: the standard alphabet without padding. */
final class PhcBase64 {

  private PhcBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }

  /**
   * Whether this text in the alphabet is how whole bytes are written: no odd digit, no stray bits.
   */
  static boolean isCanonical(String text) {
    return text.length() % 4 != 1 && encode(decode(text)).equals(text);
  }
}
