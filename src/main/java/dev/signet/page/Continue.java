package dev.signet.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where a browser goes on after a login: a path of the same origin, and nothing that some browser
 * would take for another (ASVS 5.0 1.3.3, open redirects).
 *
 * @param path with its query; in ASCII, as a header has it
 */
public record Continue(String path) {

  /** In characters. */
  public static final int LONGEST = 2048;

  /** Browsers take a backslash for a slash, and two slashes for the start of a host's name. */
  private static final Pattern FORM = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");

  /** Where a wish leads; the default where there is none, or it leads elsewhere. */
  public static Continue to(String wish, String otherwise) {
    return new Continue(isOfOrigin(wish) ? wish : otherwise);
  }

  /** The address itself, for a {@code Location}. */
  public URI location() {
    return URI.create(path);
  }

  /** As the value of a parameter in a query. */
  public String encoded() {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private static boolean isOfOrigin(String wish) {
    if (wish.length() > LONGEST || !FORM.matcher(wish).matches()) {
      return false;
    }
    try {
      URI uri = new URI(wish);
      return !uri.isAbsolute() && uri.getRawAuthority() == null && !uri.getPath().startsWith("//");
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
