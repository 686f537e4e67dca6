package dev.signet.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a program, at a URL that is for programs, or else a person. So that a new page needs no
 * word here, it is the programs' URLs that are listed.
 */
final class Audience {

  private static final Set<String> OF_PROGRAMS =
      Set.of("api", "oauth2", ".well-known", "health", "openapi.json", "assets");

  /** Where a client sends a person, below what is the programs' otherwise. */
  private static final Set<String> OF_PERSONS =
      Set.of("oauth2/authorize", "oauth2/logout", "api/auth/end-session");

  private static final Pattern TAKES_HTML = Pattern.compile("(?i)text/(html|\\*)|\\*/\\*");

  private Audience() {}

  /** Whether a path below the root of the application is for programs. */
  static boolean isPrograms(String path) {
    String relative = path.replaceFirst("^/+", "");
    return OF_PROGRAMS.contains(relative.replaceFirst("/.*", ""))
        && !OF_PERSONS.contains(relative.replaceFirst("/+$", ""));
  }

  /** Whether an error at a path is told as a page: also where it leads nowhere. */
  static boolean isPersons(String path, @Nullable String accept) {
    return !isPrograms(path)
        && (accept == null || accept.isBlank() || TAKES_HTML.matcher(accept).find());
  }

  /** The path that a request was for, below the root of the application. */
  static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed instanceof String uri ? uri : request.getRequestURI();
    String root = request.getContextPath();
    return path.startsWith(root) ? path.substring(root.length()) : path;
  }
}
