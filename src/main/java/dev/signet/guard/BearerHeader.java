package dev.signet.guard;

import dev.signet.platform.Settings;
import dev.signet.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request shows its token (RFC 6750 §2.1): which header, and after which scheme, in any
 * case (RFC 9110 §11.1).
 *
 * @param name the header
 * @param schemes the words that may stand before the token
 */
public record BearerHeader(String name, List<String> schemes) {

  /** Of what RFC 9110 §5.6.2 allows, what every proxy lets through. */
  private static final String WORD = "[A-Za-z0-9-]+";

  /** Browsers and servers fill these by themselves. */
  private static final Set<String> TAKEN =
      Set.of("cookie", "host", "origin", "referer", "user-agent", "connection", "accept");

  public BearerHeader {
    schemes = List.copyOf(schemes);
  }

  /** As the settings want it. */
  public static BearerHeader from(Settings settings) {
    String name = settings.text("signet.bearer.header-name");
    if (!name.matches(WORD) || TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
      throw Settings.wrong("signet.bearer.header-name", "a header of one's own, such as X-Token");
    }
    List<String> schemes = settings.list("signet.bearer.header-types");
    if (!schemes.stream().allMatch(scheme -> scheme.matches(WORD))) {
      throw Settings.wrong("signet.bearer.header-types", "words of letters and digits");
    }
    return new BearerHeader(name, schemes);
  }

  /**
   * The token of a request; empty without a header, or with one of another scheme.
   *
   * @throws dev.signet.problem.ProblemException when there are two headers, or one that is no
   *     scheme and token
   */
  Optional<String> token(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(name));
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    if (headers.size() > 1) {
      throw Problem.BAD_AUTHORIZATION_HEADER.refusal();
    }
    String[] words = headers.get(0).strip().split("\\s+", -1);
    if (schemes.stream().noneMatch(words[0]::equalsIgnoreCase)) {
      return Optional.empty();
    }
    if (words.length != 2) {
      throw Problem.BAD_AUTHORIZATION_HEADER.refusal();
    }
    return Optional.of(words[1]);
  }
}
