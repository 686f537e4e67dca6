package dev.signet.guard;

import dev.signet.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads the token of an {@code Authorization} header (RFC 6750 §2.1; the scheme in any case, RFC
 * 9110 §11.1).
 */
final class BearerHeader {

  static final String NAME = "Authorization";

  private static final String SCHEME = "Bearer";

  private BearerHeader() {}

  /**
   * The token; empty without a header, or with one of another scheme.
   *
   * @throws dev.signet.problem.ProblemException when there are two headers, or one that is no
   *     scheme and token
   */
  static Optional<String> token(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(NAME));
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    if (headers.size() > 1) {
      throw Problem.BAD_AUTHORIZATION_HEADER.refusal();
    }
    String[] words = headers.get(0).strip().split("\\s+", -1);
    if (!words[0].equalsIgnoreCase(SCHEME)) {
      return Optional.empty();
    }
    if (words.length != 2) {
      throw Problem.BAD_AUTHORIZATION_HEADER.refusal();
    }
    return Optional.of(words[1]);
  }

  /** The header as every container reads it. */
  static String of(String token) {
    return SCHEME + " " + token;
  }
}
