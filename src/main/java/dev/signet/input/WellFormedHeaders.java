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
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps malformed media types from the server's own parsers, which answer them in HTML. A body of
 * no known type is octets; who does not say what he accepts gets what there is.
 */
@WebFilter("/*")
public class WellFormedHeaders implements Filter {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String PARAMETERS =
      "(?:\\s*;\\s*(?!q=)" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*\"))*";
  private static final String WEIGHT = "(?:\\s*;\\s*q=(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?";

  /** RFC 9110 §8.3.1. */
  private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);

  /** RFC 9110 §12.5.1. */
  private static final Pattern MEDIA_RANGES =
      Pattern.compile(
          "(?:\\s*,?\\s*" + TOKEN + "/" + TOKEN + PARAMETERS + WEIGHT + PARAMETERS + "\\s*)++");

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
        return wellFormed(name, MEDIA_TYPE, "application/octet-stream");
      }
      if (name.equalsIgnoreCase("Accept")) {
        return wellFormed(name, MEDIA_RANGES, "*/*");
      }
      return super.getHeaders(name);
    }

    private Enumeration<String> wellFormed(String name, Pattern form, String otherwise) {
      List<String> values = Collections.list(super.getHeaders(name));
      boolean all = values.stream().allMatch(value -> form.matcher(value.strip()).matches());
      boolean one = values.size() <= 1 || form == MEDIA_RANGES;
      return Collections.enumeration(all && one ? values : List.of(otherwise));
    }
  }
}
