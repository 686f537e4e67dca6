package dev.signet.cookie;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Which page a browser's request comes from, as far as it says so. */
enum RequestSource {
  /** One of the same origin, or the person himself. */
  OURS,
  /** One of another origin, or one that hides which. */
  FOREIGN,
  /** Not said: no browser of today leaves it out of a request that may change something. */
  UNKNOWN;

  /**
   * By the Fetch Metadata, or by the {@code Origin} where a browser sends none: those do not name a
   * page without TLS. An origin is ours when it is the issuer's, or the host's that was asked.
   */
  static RequestSource of(HttpServletRequest request, URI issuer) {
    Optional<String> site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
    if (site.isPresent()) {
      return site.get().equals("same-origin") || site.get().equals("none") ? OURS : FOREIGN;
    }
    Optional<String> origin = Optional.ofNullable(request.getHeader("Origin"));
    if (origin.isEmpty()) {
      return UNKNOWN;
    }
    return origin
            .filter(shown -> isOf(issuer, shown) || isOfHost(request.getHeader("Host"), shown))
            .isPresent()
        ? OURS
        : FOREIGN;
  }

  private static boolean isOf(URI issuer, String origin) {
    return origin.equals(issuer.getScheme() + "://" + issuer.getAuthority());
  }

  private static boolean isOfHost(String host, String origin) {
    return origin.equals("http://" + host) || origin.equals("https://" + host);
  }
}
