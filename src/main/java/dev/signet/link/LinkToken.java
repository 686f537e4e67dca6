package dev.signet.link;

import dev.signet.platform.HmacSha256;
import dev.signet.platform.Secrets;
import dev.signet.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** What makes a link one's own: 256 random bits (ASVS 11.5.1) in base64url. */
record LinkToken(String text) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static LinkToken random() {
    return new LinkToken(BASE64.encodeToString(Secrets.bytes(BYTES)));
  }

  /**
   * Reads what somebody shows.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#LINK_MALFORMED}
   */
  static LinkToken parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw Problem.LINK_MALFORMED.refusal();
    }
    return new LinkToken(text);
  }

  /** As it rests in its row. */
  String hash(HmacSha256 key) {
    return BASE64.encodeToString(key.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Shows no token, wherever it is printed. */
  @Override
  public String toString() {
    return "LinkToken[]";
  }
}
