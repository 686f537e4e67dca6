package dev.signet.input;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps malformed media types and languages from the server's own parsers, which answer them in
 * HTML. A body of no known type is octets; who does not say what he accepts gets what there is.
 */
@WebFilter("/*")
public class WellFormedHeaders implements Filter {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String PARAMETERS =
      "(?:\\s*;\\s*(?!q=)" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*\")){0,16}";
  private static final String WEIGHT = "(?:\\s*;\\s*q=(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?";

  /** RFC 9110 §8.3.1. */
  private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);

  /** RFC 9110 §12.5.1. */
  private static final Pattern MEDIA_RANGE =
      Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS + WEIGHT + PARAMETERS);

  /** RFC 9110 §12.5.4, and the underscore that many write for the hyphen. */
  private static final Pattern LANGUAGE =
      Pattern.compile("(?:[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,8}|\\*)" + WEIGHT);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new WellFormed((HttpServletRequest) request), response);
  }

  private static final class WellFormed extends HttpServletRequestWrapper {

    WellFormed(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getContentType() {
      return getHeader("Content-Type");
    }

    @Override
    public @Nullable String getHeader(String name) {
      Enumeration<String> values = getHeaders(name);
      return values.hasMoreElements() ? values.nextElement() : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      if (name.equalsIgnoreCase("Content-Type")) {
        return oneOf(name);
      }
      if (name.equalsIgnoreCase("Accept")) {
        return listOf(name, MEDIA_RANGE, "*/*");
      }
      if (name.equalsIgnoreCase("Accept-Language")) {
        return listOf(name, LANGUAGE, "*");
      }
      return super.getHeaders(name);
    }

    private Enumeration<String> oneOf(String name) {
      List<String> values = Collections.list(super.getHeaders(name));
      boolean good =
          values.isEmpty()
              || (values.size() == 1 && MEDIA_TYPE.matcher(values.get(0).strip()).matches());
      return Collections.enumeration(good ? values : List.of("application/octet-stream"));
    }

    private Enumeration<String> listOf(String name, Pattern element, String otherwise) {
      List<String> values = Collections.list(super.getHeaders(name));
      boolean good =
          values.stream()
              .flatMap(value -> Arrays.stream(value.split(",", -1)))
              .allMatch(one -> one.isBlank() || element.matcher(one.strip()).matches());
      return Collections.enumeration(good ? values : List.of(otherwise));
    }
  }
}
