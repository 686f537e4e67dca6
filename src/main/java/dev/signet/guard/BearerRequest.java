package dev.signet.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as the container is to see it: with one {@code Authorization} header, of the token that
 * was read.
 */
final class BearerRequest extends HttpServletRequestWrapper {

  /** Where the container looks, wherever the client has put it. */
  private static final String NAME = "Authorization";

  private final String authorization;

  BearerRequest(HttpServletRequest request, String token) {
    super(request);
    authorization = "Bearer " + token;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return name.equalsIgnoreCase(NAME) ? authorization : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase(NAME)
        ? Collections.enumeration(List.of(authorization))
        : super.getHeaders(name);
  }
}
