package dev.signet.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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
  public static final int LONGEST = 4096;

  /** Browsers take a backslash for a slash, and two slashes for the start of a host's name. */
  private static final Pattern FORM = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");

  /** Where a wish leads; the default where there is none, or it leads elsewhere. */
  public static Continue to(String wish, String otherwise) {
    return new Continue(isOfOrigin(wish) ? wish : otherwise);
  }

  /**
   * Sends the browser there: by the path as it stands (RFC 9110 §10.2.2), since RESTEasy makes
   * another address of a {@code URI}.
   */
  public Response go() {
    return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path).build();
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
